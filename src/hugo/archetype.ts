import { inQuotes } from '../article/edits';

/** What an archetype's template may ask for. */
export interface ArchetypeFacts {
  /** File name without its extension: `20250207A07X0G00.zh-CN`. */
  readonly name: string;
  readonly title: string;
  /** RFC 3339, with offset. */
  readonly date: string;
  readonly language: string;
}

/**
 * An archetype with its template actions filled in (https://gohugo.io/content-management/archetypes/). Those that an archetype usually
 * has are understood: `.Date`, `now`, `.Name`, `.File…BaseFileName`, a title made of the name, the language; any other becomes nothing. No template runs.
 */
export function fillArchetype(archetype: string, facts: ArchetypeFacts): string {
  return archetype.replace(/\{\{-?\s*([\s\S]*?)\s*-?\}\}/g, (_, action: string) => filled(action, facts));
}

function filled(action: string, facts: ArchetypeFacts): string {
  if (/\.Date\b|\bnow\b/.test(action)) return facts.date;
  if (/\btitle\b|\bhumanize\b|\.Title\b/.test(action)) return facts.title.replace(/["\\]/g, '\\$&');
  if (/\.Name\b|BaseFileName|ContentBaseName/.test(action)) return facts.name;
  if (/\.Lang\b|\.Language/.test(action)) return facts.language;
  return '';
}

/** Where Hugo looks for the archetype of a new article: the section's, then the default one, in the site and then in its theme. */
export function archetypePaths(section: string, theme: string | undefined): readonly string[] {
  const folders = theme ? ['archetypes', `themes/${theme}/archetypes`] : ['archetypes'];
  return folders.map((f) => `${f}/${section}.md`).concat(folders.map((f) => `${f}/default.md`));
}

/** For a site without archetypes: the keys that a news article usually has, in the newsroom's order. */
export function builtInArchetype(facts: ArchetypeFacts): string {
  return [
    '---',
    `title: ${inQuotes(facts.title, '"')}`,
    `date: "${facts.date}"`,
    'summary: ""',
    'categories: []',
    'lang:',
    `  - "${facts.language}"`,
    'translations:',
    `  - "${facts.language}"`,
    'tags: []',
    'thumbnail: ""',
    'lead: ""',
    'comments: false',
    'authorbox: false',
    'pager: true',
    'toc: false',
    'mathjax: false',
    'sidebar: "right"',
    'widgets:',
    '  - "search"',
    '  - "recent"',
    '  - "taglist"',
    '---',
    '',
    '',
  ].join('\n');
}
