import type { PageContext } from '../../src/hugo/pageContext';

/** A page that stands alone. */
export const NO_CONTEXT: PageContext = {
  url: undefined,
  previous: undefined,
  next: undefined,
  recent: [],
  terms: new Map(),
};
