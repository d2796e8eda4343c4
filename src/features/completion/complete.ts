import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { Article } from '../../article/article';
import { caretAt } from '../../article/caret';
import type { Lines } from '../../base/lines';
import type { Translate } from '../../base/message';
import type { World } from '../../rules/world';
import { completeKeys } from './keys';
import { completeTerms, LIMIT } from './terms';
import { completeValues } from './values';

/** What every source of suggestions gets. */
export interface CompletionContext {
  readonly article: Article;
  readonly offset: number;
  readonly world: World;
  readonly lines: Lines;
  readonly translate: Translate;
  /** The editor understands snippets, and our command that asks for the next suggestions. */
  readonly editor: { readonly snippets: boolean; readonly retrigger: boolean };
}

/** Suggestions for the front matter at the caret; none in the body. */
export function complete(context: CompletionContext): CompletionList {
  const caret = caretAt(context.article, context.offset);
  switch (caret.kind) {
    case 'none':
      return { isIncomplete: false, items: [] };
    case 'key':
      return listOf(completeKeys(context, caret));
    case 'value':
      return listOf(completeTerms(context, caret) ?? completeValues(context, caret));
    default:
      return caret satisfies never;
  }
}

function listOf(items: CompletionItem[]): CompletionList {
  return { isIncomplete: items.length > LIMIT, items: items.slice(0, LIMIT) };
}
