import matter from 'gray-matter';

/**
 * Length of what gray-matter takes for the front matter of a text that begins with the fence; undefined when it sees none, or when a language is named
 * after the fence (Hugo knows no such thing) or very many lines are empty. It divides and no more: its readers are replaced by ones that read nothing, and those that would run
 * code by one that refuses. An options object keeps it from remembering texts.
 */
export function splitMatter(text: string, fence: '---' | '+++'): number | undefined {
  if (!/^...[ \t]*(?:[\r\n]|$)/.test(text) || EMPTY_LINES.test(text)) return undefined;
  try {
    const file = matter(text, { delimiters: fence, language: 'yaml', engines: ENGINES });
    const { length } = file.matter;
    return text.startsWith(`\n${fence}`, 3 + length) ? length : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined; // refused, or no `Buffer` as in browsers
    throw error;
  }
}

/** gray-matter takes the square of their number: it looks for a comment behind each empty line in all that follow. */
const EMPTY_LINES = /(?:[\n\r\u2028\u2029][^\S\n\r\u2028\u2029]*){50}/;

const unread = (): object => ({});

export function refuse(): never {
  throw new Error('Front matter is never run.');
}

const ENGINES = {
  yaml: unread,
  json: unread,
  toml: unread,
  javascript: { parse: refuse },
  js: { parse: refuse },
  coffee: { parse: refuse },
};
