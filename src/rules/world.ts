import type { ImageFacts } from '../base/images';
import type { Catalog } from '../catalog/catalog';
import type { Site } from '../hugo/site';
import type { Project } from '../project/project';
import type { Strictness } from '../project/strictness';
import type { Schema } from '../schema/schema';

/** Everything around an article that rules and features may look at. Immutable: one writer replaces it. */
export interface World {
  readonly site: Site;
  readonly schema: Schema;
  readonly project: Project;
  /** The project's choices, compiled; whoever asks for many articles keeps them. */
  readonly strictness?: Strictness;
  readonly catalog: Catalog;
  readonly images: ImageFacts;
  readonly now: Date;
}
