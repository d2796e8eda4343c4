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
import { layered } from '../project/layers';
import type { OptionProblem } from '../project/options';
import { DEFAULT_PROJECT, type Project } from '../project/project';
import { NO_PROJECT_FILE, type ProjectFile, readProject } from '../project/readProject';
import { unreadChoices } from '../project/schemaPlaces';
import { SchemaShelf } from '../project/schemaShelf';
import { type Strictness, strictnessOf } from '../project/strictness';
import { RULE_NAMES } from '../rules/names';
import type { ArticleKind } from '../rules/rule';
import type { World } from '../rules/world';
import { NEWS_SCHEMA } from '../schema/newsSchema';
import type { ReadText } from '../schema/readSchema';

/** Fields beside the taxonomies whose values the newsroom's habits can be learned from. */
const HABITS: readonly string[] = ['lang', 'translations'];

/** One site of the workspace and everything known of it. Only the session changes it. */
export class Root {
  site: Site = DEFAULT_SITE;
  /** What the editor's settings make of it, without the project's own file. */
  private chosen: Project = DEFAULT_PROJECT;
  private file: ProjectFile = NO_PROJECT_FILE;
  private strictness: Strictness = strictnessOf(DEFAULT_PROJECT);
  /** Files of the project that are open, by path: what stands in the editor counts before the disk. */
  private readonly typed = new Map<string, string>();
  private projectReading = 0;
  private store: CatalogStore = createStore(fieldsOf(DEFAULT_SITE));
  private reading = 0;
  readonly schemas: SchemaShelf;
  /** Schemas that the project's file chooses and that cannot be had. */
  private unread: readonly OptionProblem[] = [];
  /** How many encounters of articles the problems of open documents know of. */
  private known = 0;

  constructor(
    readonly uri: string,
    readonly files: Files,
    private readonly images: ImageFacts,
    private readonly log: Log,
    readRemote: ReadText,
  ) {
    this.schemas = new SchemaShelf(async (address) =>
      address.startsWith('https:') ? readRemote(address) : this.textOf(address),
    );
  }

  /** Of a file that is open, what stands in the editor. */
  private async textOf(path: string): Promise<string | undefined> {
    const bytes = await this.filesAsTyped().read(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Reads the configuration; fast, so that problems can wait for it. */
  async readSite(): Promise<void> {
    this.site = await readSite(this.files);
    for (const problem of this.site.problems) this.log.warn(`${problem.path}: ${english(problem.message)}`);
    const overrides = this.store.overrides();
    this.store = createStore(fieldsOf(this.site), this.site.timeZone, this.site);
    for (const [path, brief] of overrides) this.store.override(path, brief);
  }

  get project(): Project {
    return this.strictness.project;
  }

  get settings(): Project {
    return this.chosen;
  }

  set settings(chosen: Project) {
    this.chosen = chosen;
    const before = this.project;
    this.strictness = strictnessOf({ ...layered(chosen, this.file.options), words: this.file.words.words });
    this.schemas.choose(this.project.schemas);
    if (this.project.remoteSchemas !== before.remoteSchemas) this.schemas.clear();
  }

  get projectFile(): ProjectFile {
    return this.unread.length === 0 ? this.file : { ...this.file, problems: [...this.file.problems, ...this.unread] };
  }

  /** A file of the project as it stands in the editor; undefined when it closes. */
  type(path: string, text: string | undefined): void {
    if (text === undefined) this.typed.delete(path);
    else this.typed.set(path, text);
  }

  /** Reads what the project shares in its own file. A newer reading ends an older one, which then returns false. */
  async readProject(): Promise<boolean> {
    const reading = ++this.projectReading;
    const file = await readProject(this.filesAsTyped(), RULE_NAMES);
    if (reading !== this.projectReading) return false;
    this.file = file;
    this.settings = this.chosen;
    return true;
  }

  /** Reads the schemas that the project's file chooses. @returns true when what is to be told of them has changed */
  async readChosen(): Promise<boolean> {
    const { file } = this;
    const unread = await unreadChoices(file.text, this.schemas);
    if (file !== this.file || (unread.length === 0 && this.unread.length === 0)) return false;
    this.unread = unread;
    return true;
  }

  /** The files, of those that are open what stands in the editor. */
  private filesAsTyped(): Files {
    return {
      ...this.files,
      read: async (path) => {
        const text = this.typed.get(path);
        return text === undefined ? this.files.read(path) : new TextEncoder().encode(text);
      },
    };
  }

  /** Reads every article in brief, in the background; a newer reading ends an older one, which then returns false. */
  async readCatalog(): Promise<boolean> {
    const reading = ++this.reading;
    const { store, site } = this;
    const whole = await readAll(this.files, site, store, { cancelled: () => reading !== this.reading });
    if (whole) this.log.info(`${this.uri}: ${store.view().size} articles`);
    return whole;
  }

  /** @param comment the schema that the article itself asks for */
  world(now: Date, path?: string, comment?: string): World {
    return {
      site: this.site,
      schema: path === undefined ? NEWS_SCHEMA : this.schemas.schemaFor(path, comment),
      project: this.project,
      strictness: this.strictness,
      catalog: this.catalog,
      images: this.images,
      now,
    };
  }

  get catalog(): Catalog {
    return this.store.view();
  }

  /** Whether articles came to have something in common, or ceased to, since it was asked last. */
  hasEncounters(): boolean {
    const { encounters } = this.catalog;
    const more = encounters !== this.known;
    this.known = encounters;
    return more;
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
