import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { caretAt } from '../../article/caret';
import type { CompletionContext } from './context';
import { completeKeys } from './keys';
import { completeTerms, LIMIT } from './terms';
import { completeValues } from './values';

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
