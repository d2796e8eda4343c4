import { bodyTree } from './body/tree';
import { htmlOf } from './hast';
import { PUBLISHED } from './published';
import type { Source } from './rendering';

/** The body of an article as HTML, as Hugo 0.111 publishes it. */
export function renderBody(source: Source): string {
  return htmlOf(bodyTree(source, PUBLISHED));
}
