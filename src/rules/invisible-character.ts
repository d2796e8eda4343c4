import type { Article } from '../article/article';
import { type Message, message } from '../base/message';
import { span } from '../base/span';
import { charAfter, charBefore } from './flanking';
import { Prose } from './prose';
import type { Fix, Rule } from './rule';

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  group: 'text',
  summary: message('A character that nobody can see: zero-width, control, or a lost one'),
  severity: 'information',
  *check({ article }) {
    const { text, body } = article;
    const runs = new RegExp(`${HIDDEN}+`, 'g');
    runs.lastIndex = body.span.start;
    let prose: Prose | undefined;
    for (let match = runs.exec(text); match; match = runs.exec(text)) {
      prose ??= new Prose(article);
      const [run] = match;
      const where = span(match.index, match.index + run.length);
      const node = prose.at(where.start);
      if (!node || node.span.end < where.end || isHonest(text, run, where.start, where.end)) continue;
      yield { span: where, message: reason(run), fixes: fixesFor(article, run, where.start, where.end) };
    }
  },
};

/** Zero-width, joiners, marks of direction, byte order marks, soft hyphens, controls, line separators, private characters, and `�`. */
const HIDDEN =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ue000-\\uf8ff\\ufeff\\ufff9-\\ufffd]';

/** What languages and emoji are written with. */
function isHonest(text: string, run: string, start: number, end: number): boolean {
  const before = charBefore(text, start);
  const after = charAfter(text, end);
  // Scripts whose letters join, or that have no spaces between words.
  if (/^[\u200b-\u200d]+$/.test(run) && (JOINING.test(before) || JOINING.test(after))) return true;
  if (run === '\u200d' && /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u.test(before)) return true;
  if (run === '\u00ad') return /\p{L}/u.test(before) && /\p{L}/u.test(after) && !/\p{Script=Han}/u.test(before + after);
  if (/^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/.test(run)) {
    const near = text.slice(Math.max(0, start - 60), end + 60);
    return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(near);
  }
  return false;
}

const JOINING = /[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]/;

function reason(run: string): Message {
  const code = run.charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0xfffd)
    return message(
      '“�” stands for a character that was lost when the text was converted. Write the character that was meant.',
    );
  if (code >= 0xe000 && code <= 0xf8ff)
    return message('This character ({0}) belongs to one font alone: readers see an empty box. Take it out.', name);
  return message(
    'A character that nobody can see ({0}) stands here: it parts words for searches and line breaks. Take it out.',
    name,
  );
}

/** Taking it out is safe between letters, marks and spaces; not where marks of Markdown would meet, an address would grow, or a line begin otherwise. */
function fixesFor({ text }: Article, run: string, start: number, end: number): readonly Fix[] {
  if (run.includes('\ufffd')) return [];
  const separates = /^[\u2028\u2029\u000b\u000c\u0085]+$/.test(run);
  const before = text.slice(Math.max(0, start - 64), start);
  const after = text.slice(end, end + 64);
  const lineStart = /(?:^|[\r\n])[ \t>]*$/.test(before) || before === '';
  const risky =
    /[-*_~`[\]<>!#&\\$+=|:(]$/.test(before) ||
    /^[-*_~`[\]<>!#&\\$+=|:(]/.test(after) ||
    (/[ \t]{2}$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(after)) ||
    /(?:https?:|www\.|@)\S*$/i.test(before) ||
    (/[./:@]$/.test(before) && /^\w/.test(after)) ||
    /^[./:@]\w/.test(after) ||
    /^[\w.+-]*(?:https?:|www\.|@)/i.test(after) ||
    (lineStart && !/^\p{L}/u.test(after)) ||
    /(?:^|[\r\n])[ \t>]*(?:\d+|[ \t>]*)$/.test(before);
  const letters = lineStart && /^\p{L}/u.test(after);
  return [
    {
      title: separates ? message('Write a plain space') : message('Take it out'),
      edits: [{ span: span(start, end), text: separates ? ' ' : '' }],
      preferred: letters || !risky,
    },
  ];
}
