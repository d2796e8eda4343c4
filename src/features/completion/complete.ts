import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { caretAt } from '../../article/caret';
import type { CompletionContext } from './context';
import { completeHouse } from './house';
import { completeKeys } from './keys';
import type { ValueCaret } from './scalar';
import { completeTerms, LIMIT } from './terms';
import { completeValues } from './values';

/** Suggestions for the front matter at the caret, and words of the house in what readers read. */
export function complete(context: CompletionContext): CompletionList {
  const caret = caretAt(context.article, context.offset);
  switch (caret.kind) {
    case 'none':
      return listOf(completeHouse(context));
    case 'key':
      return listOf(completeKeys(context, caret));
    case 'value':
      return listOf([
        ...((isListed(context, caret) ? undefined : completeTerms(context, caret)) ?? completeValues(context, caret)),
        ...completeHouse(context),
      ]);
    default:
      return caret satisfies never;
  }
}

/** Whether the newsroom's schema lists the values of a field: then no others are offered, although articles have them. */
function isListed({ world }: CompletionContext, { name }: ValueCaret): boolean {
  const property = world.schema.own?.names.has(name) ? world.schema.properties.get(name) : undefined;
  return ((property?.items ?? property)?.values.length ?? 0) > 0;
}

function listOf(items: CompletionItem[]): CompletionList {
  return { isIncomplete: items.length > LIMIT, items: items.slice(0, LIMIT) };
}
