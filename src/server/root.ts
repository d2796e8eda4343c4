import { type ArticleBrief, briefOf } from '../article/brief';
import type { Files } from '../base/files';
import type { ImageFacts } from '../base/images';
import type { Log } from '../base/log';
import { english } from '../base/message';
import { briefIfArticle, readAll } from '../catalog/build';
import type { Catalog } from '../catalog/catalog';
import { type CatalogStore, createStore } from '../catalog/store';
import { articleKindOf } from '../hugo/articles';
import { DEFAULT_SITE, readSite } from '../hugo/readSite';
import type { Site } from '../hugo/site';
import type { Project } from '../project/project';
import { DEFAULT_PROJECT } from '../project/project';
import type { ArticleKind } from '../rules/rule';
import type { World } from '../rules/world';
import { NEWS_SCHEMA } from '../schema/newsSchema';

/** Fields beside the taxonomies whose values the newsroom's habits can be learned from. */
const HABITS: readonly string[] = ['lang', 'translations'];

/** One site of the workspace and everything known of it. Only the session changes it. */
export class Root {
  site: Site = DEFAULT_SITE;
  project: Project = DEFAULT_PROJECT;
  private store: CatalogStore = createStore(fieldsOf(DEFAULT_SITE));
  private reading = 0;

  constructor(
    readonly uri: string,
    readonly files: Files,
    private readonly images: ImageFacts,
    private readonly log: Log,
  ) {}

  /** Reads the configuration; fast, so that problems can wait for it. */
  async readSite(): Promise<void> {
    this.site = await readSite(this.files);
    for (const problem of this.site.problems) this.log.warn(`${problem.path}: ${english(problem.message)}`);
    const overrides = this.store.overrides();
    this.store = createStore(fieldsOf(this.site), this.site.timeZone);
    for (const [path, brief] of overrides) this.store.override(path, brief);
  }

  /** Reads every article in brief, in the background; a newer reading ends an older one, which then returns false. */
  async readCatalog(): Promise<boolean> {
    const reading = ++this.reading;
    const { store, site } = this;
    const whole = await readAll(this.files, site, store, { cancelled: () => reading !== this.reading });
    if (whole) this.log.info(`${this.uri}: ${store.view().size} articles`);
    return whole;
  }

  world(now: Date): World {
    return {
      site: this.site,
      schema: NEWS_SCHEMA,
      project: this.project,
      catalog: this.catalog,
      images: this.images,
      now,
    };
  }

  get catalog(): Catalog {
    return this.store.view();
  }

  kindOf(path: string, hasTitle: boolean): ArticleKind | undefined {
    return articleKindOf(this.site, path, hasTitle);
  }

  /** What an open editor says of an article, which is newer than the disk; undefined when it closes. */
  override(path: string, text: string | undefined): void {
    this.store.override(path, text === undefined ? undefined : this.briefOf(path, text));
  }

  /** A file changed, came or went on disk. */
  async refresh(path: string): Promise<void> {
    const bytes = await this.files.read(path);
    const brief = bytes && this.briefOf(path, bytes);
    if (brief) this.store.put(brief);
    else this.store.remove(path);
  }

  private briefOf(path: string, text: Uint8Array | string): ArticleBrief | undefined {
    return briefIfArticle(this.site, briefOf(path, text, this.store.fields));
  }
}

function fieldsOf(site: Site): readonly string[] {
  return [...new Set([...site.taxonomies.values(), ...HABITS])];
}
