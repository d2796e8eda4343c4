import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver-types';
import { span } from '../../base/span';
import { TEXT_FIELDS } from '../../rules/houseWords';
import { rangeOf } from '../lsp';
import type { CompletionContext } from './context';

/** So many characters before the caret are looked at. */
const LOOK = 24;
/** So many Latin letters have to be typed of a name in its own language. */
const LATIN = 2;

interface Offer {
  readonly text: string;
  /** What it stands for: the wrong form, or the name in its own language. */
  readonly detail: string;
  readonly note: string | undefined;
  /** What has been typed of it. */
  readonly typed: string;
}

/** The house's words for what stands before the caret: right forms of a wrong one, and names that begin so, in their own language or translated. */
export function completeHouse(context: CompletionContext): CompletionItem[] {
  const { article, offset, world, lines } = context;
  const { words } = world.project;
  if (words.entries.length === 0 && words.names.length === 0) return [];
  if (!isText(context)) return [];
  const before = article.text.slice(Math.max(0, offset - LOOK), offset).replace(/^[\s\S]*[\r\n]/, '');
  const offers = new Map<string, Offer>();
  for (let from = 0; from < before.length; from++) {
    if (from > 0 && isLatin(before[from - 1]) && isLatin(before[from])) continue;
    for (const offer of offersFor(context, before.slice(from)))
      if (!offers.has(offer.text)) offers.set(offer.text, offer);
  }
  return [...offers.values()].map(({ text, detail, note, typed }, rank) => ({
    label: text,
    kind: CompletionItemKind.Text,
    ...(detail === '' ? {} : { detail }),
    ...(note === undefined ? {} : { documentation: { kind: MarkupKind.PlainText, value: note } }),
    filterText: typed,
    sortText: String(rank).padStart(5, '0'),
    textEdit: { range: rangeOf(lines, span(offset - typed.length, offset)), newText: text },
  }));
}

function* offersFor({ world }: CompletionContext, typed: string): Iterable<Offer> {
  const { entries, names } = world.project.words;
  for (const { wrong, right, note } of entries)
    if (wrong === typed) for (const text of right) yield { text, detail: wrong, note, typed };
  const small = typed.toLowerCase();
  const isName = isLatin(typed[0]) && typed.length >= LATIN;
  for (const { right, original, note } of names) {
    const begins = right !== typed && right.startsWith(typed);
    if (begins || (isName && original.toLowerCase().startsWith(small)))
      yield { text: right, detail: original, note, typed };
  }
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\d]/u.test(character);
}

/** Readers read what stands at the caret: a text of the front matter, or the body but for its code and HTML. */
function isText({ article: { frontMatter, body }, offset }: CompletionContext): boolean {
  const isIn = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    offset > start && offset <= end;
  if (offset < body.span.start)
    return frontMatter.fields.some(({ name, value }) => TEXT_FIELDS.has(name) && isIn(value.span));
  return !(['code', 'inlineCode', 'html'] as const).some((type) => body.nodes.of(type).some(({ span }) => isIn(span)));
}
