import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../goldmark/nodes';
import { element, text } from '../hast';
import { type Handle, placed } from '../rendering';
import { flow } from './lists';

export const definitionList: Handle<DefinitionList> = (state, node) =>
  placed(state, node, element('dl', {}, '\n', ...state.all(node).map((part) => [part, text('\n')])));

export const definitionTerm: Handle<DefinitionTerm> = (state, node) =>
  placed(state, node, element('dt', {}, state.all(node)));

/** Only the first paragraph of a description that follows its term at once is bare text. */
export const definitionDescription: Handle<DefinitionDescription> = (state, node) => {
  const [first, ...rest] = state.all(node);
  if (!first) return placed(state, node, element('dd', {}));
  if (node.spread) return placed(state, node, element('dd', {}, flow([first, ...rest], true)));
  return placed(state, node, element('dd', {}, flow([first], false), flow(rest, true)));
};
