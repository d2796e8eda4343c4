import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { decode } from '../../article/caretScalar';
import { message } from '../../base/message';
import type { Term } from '../../catalog/catalog';
import { dateOf } from '../../hugo/zone';
import type { CompletionContext } from './context';
import { filterText, scalarEdit, type ValueCaret } from './scalar';

/** At most this many suggestions go to the editor; the list is then marked incomplete. */
export const LIMIT = 200;

/** Terms of a taxonomy (tags, categories, the site's own), most used first, without those that the article has; undefined for other fields. */
export function completeTerms(context: CompletionContext, caret: ValueCaret): CompletionItem[] | undefined {
  const { site, catalog } = context.world;
  if (![...site.taxonomies.values()].includes(caret.name)) return undefined;
  if (caret.place === 'scalar') return listStarts(context, caret);
  const present = new Set(caret.siblings);
  const typed = caret.prefix.toLowerCase();
  const found: Term[] = [];
  // The catalog knows this article's own text too: a half-typed `公共` must not be offered as a tag of one article.
  const own = decode(context.article.text.slice(caret.typed.start, caret.typed.end));
  for (const term of catalog.terms(caret.name)) {
    if (term.count === 1 && term.name === own) continue;
    if (present.has(term.name) || !isMatch(term.name.toLowerCase(), typed)) continue;
    found.push(term);
    if (found.length > LIMIT) break;
  }
  return found.map((term, rank) => termItem(context, caret, term, rank));
}

/** Every typed character in order, as VS Code's own filter wants it. */
function isMatch(name: string, typed: string): boolean {
  let at = 0;
  for (const char of typed) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function termItem(context: CompletionContext, caret: ValueCaret, term: Term, rank: number): CompletionItem {
  const count = context.translate(term.count === 1 ? message('1 article') : message('{0} articles', term.count));
  return {
    label: term.name,
    labelDetails: { description: count },
    kind: CompletionItemKind.Value,
    detail:
      term.last === undefined
        ? count
        : context.translate(message('{0}, last on {1}', count, dateOf(term.last).toISOString().slice(0, 10))),
    sortText: String(rank).padStart(5, '0'),
    filterText: filterText(context, caret, term.name),
    textEdit: scalarEdit(context, caret, term.name),
  };
}

/** After `tags:` a scalar would break the build (Hugo ranges over the value): offer the term inside a list. */
function listStarts(context: CompletionContext, caret: ValueCaret): CompletionItem[] {
  const present = new Set(caret.siblings);
  const terms = context.world.catalog
    .terms(caret.name)
    .filter((term) => !present.has(term.name) && isMatch(term.name.toLowerCase(), caret.prefix.toLowerCase()));
  return terms.slice(0, LIMIT + 1).map((term, rank) => {
    const item = termItem(context, { ...caret, place: 'flow', glued: false }, term, rank);
    const edit = scalarEdit(context, { ...caret, place: 'flow', glued: false }, term.name);
    return { ...item, textEdit: { ...edit, newText: `${caret.glued ? ' ' : ''}[${edit.newText}]` } };
  });
}
