import type { Article } from '../../article/article';
import type { Lines } from '../../base/lines';
import type { Translate } from '../../base/message';
import type { World } from '../../rules/world';

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
