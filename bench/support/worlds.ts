import { NO_IMAGE_FACTS } from '../../src/base/images';
import { EMPTY_CATALOG } from '../../src/catalog/catalog';
import { DEFAULT_SITE } from '../../src/hugo/readSite';
import { DEFAULT_PROJECT } from '../../src/project/project';
import type { World } from '../../src/rules/world';
import { NEWS_SCHEMA } from '../../src/schema/newsSchema';

/** The world of an article without a site. */
export const BARE_WORLD: World = {
  site: DEFAULT_SITE,
  schema: NEWS_SCHEMA,
  project: DEFAULT_PROJECT,
  catalog: EMPTY_CATALOG,
  images: NO_IMAGE_FACTS,
  now: new Date(),
};
