import type { Article } from '../article/article';
import type { Lines } from '../base/lines';
import type { Translate } from '../base/message';
import type { World } from '../rules/world';

/** What stands around the place that is hovered. */
export interface HoverContext {
  readonly article: Article;
  /** Of the article, below the root. */
  readonly path: string;
  /** Of the workspace root, so that a local picture can be opened. */
  readonly rootUri: string;
  readonly offset: number;
  readonly world: World;
  readonly lines: Lines;
  readonly translate: Translate;
}
