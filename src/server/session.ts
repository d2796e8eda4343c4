import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Article } from '../article/article';
import { schemaCommentOf } from '../article/schemaComment';
import type { Log } from '../base/log';
import { type Message, message } from '../base/message';
import { normalUri, pathBelow, uriOf } from '../base/uris';
import { mayBeArticle } from '../hugo/articles';
import { findSiteRoots } from '../hugo/readSite';
import { parseSettings } from '../project/settings';
import type { Problem } from '../rules/rule';
import { checkingOf } from '../rules/run';
import type { World } from '../rules/world';
import { changeDocument, type OpenDocument, openDocument, parsedOf } from './documents';
import { Pictures } from './pictures';
import type { Platform } from './platform';
import { Root } from './root';
import { isOfProject, isOfSite } from './watching';

/** What was read again because files changed. */
export interface Refreshed {
  readonly sites: readonly Root[];
  readonly projects: readonly Root[];
  /** Whose schemas are made of files that changed. */
  readonly schemas: readonly Root[];
  readonly articles: readonly string[];
}

/**
 * The one writer: which roots there are, which documents are open, what the world is. Everything else asks it and
 * gets values that do not change.
 */
export class Session {
  private readonly documents = new Map<string, OpenDocument>();
  private roots: Root[] = [];
  private readonly pictures: Pictures;
  /** The editor says that what stands in its folders may be acted upon. */
  trusted = false;
  /** Called when a schema of a root has been read. */
  onSchema: (root: Root) => void = () => {};

  constructor(
    readonly platform: Platform,
    readonly log: Log,
  ) {
    this.pictures = new Pictures(platform);
  }

  /** Finds the sites in a workspace folder (the folder itself when it has none) and reads their configuration. */
  async addFolder(uri: string): Promise<void> {
    const files = this.platform.filesOf(uri);
    if (!files) return this.log.warn(`${uri}: this server cannot read files of that kind`);
    const found = await findSiteRoots(files);
    const below = found.length > 0 ? found : [''];
    const roots = below.flatMap((path) => {
      const rootUri = path === '' ? uri.replace(/\/+$/, '') : uriOf(uri, path);
      const rootFiles = this.platform.filesOf(rootUri);
      return rootFiles ? [this.newRoot(rootUri, rootFiles)] : [];
    });
    await Promise.all(roots.flatMap((root) => [root.readSite(), root.readProject()]));
    this.roots = [...this.roots, ...roots].sort((a, b) => b.uri.length - a.uri.length);
  }

  removeFolder(uri: string): void {
    const gone = normalUri(uri);
    this.roots = this.roots.filter((root) => normalUri(root.uri) !== gone && pathBelow(uri, root.uri) === undefined);
  }

  private newRoot(uri: string, files: ConstructorParameters<typeof Root>[1]): Root {
    const root: Root = new Root(uri, files, this.pictures.factsOf(uri), this.log, (address) =>
      this.readRemote(root, address),
    );
    root.schemas.onRead = () => this.onSchema(root);
    return root;
  }

  /** A schema of the network: only where the project asks for it and the editor trusts the project. */
  private async readRemote({ project }: Root, address: string): Promise<string | { refused: Message } | undefined> {
    const { fetchText } = this.platform;
    if (!project.remoteSchemas)
      return {
        refused: message(
          'Schemas from the network are not read unless “copydesk.remoteSchemas” is true. The built-in schema is used.',
        ),
      };
    if (!this.trusted || !fetchText)
      return {
        refused: message('Schemas from the network are read in a trusted workspace only. The built-in schema is used.'),
      };
    return fetchText(address, { allowedHosts: project.images.allowedHosts });
  }

  allRoots(): readonly Root[] {
    return this.roots;
  }

  /** The deepest root that holds the document, and its path there. A document outside every root gets one of its own, without a site. */
  placeOf(uri: string): { root: Root; path: string } {
    for (const root of this.roots) {
      const path = pathBelow(root.uri, uri);
      if (path !== undefined) return { root, path };
    }
    const cut = uri.lastIndexOf('/');
    const folder = cut < 0 ? uri : uri.slice(0, cut);
    const files = this.platform.filesOf(folder) ?? {
      read: async () => undefined,
      list: async () => undefined,
      readEach: async () => {},
    };
    const root = this.newRoot(folder, files);
    if (this.roots[0]) root.settings = this.roots[0].settings;
    return { root, path: normalUri(uri.slice(cut + 1)) };
  }

  open(item: { uri: string; languageId: string; version: number; text: string }): OpenDocument {
    const { root, path } = this.placeOf(item.uri);
    const document = openDocument(root, path, item);
    this.documents.set(item.uri, document);
    this.tellCatalog(document);
    return document;
  }

  change(uri: string, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument | undefined {
    const document = this.documents.get(uri);
    if (document) changeDocument(document, changes, version);
    return document;
  }

  /** After a change has been answered: the catalog learns of it off the typing path. */
  tellCatalog(document: OpenDocument): void {
    if (document.root.kindOf(document.path, true) === 'article')
      document.root.override(document.path, document.text.getText());
  }

  close(uri: string): OpenDocument | undefined {
    const document = this.documents.get(uri);
    this.documents.delete(uri);
    document?.root.override(document.path, undefined);
    return document;
  }

  get(uri: string): OpenDocument | undefined {
    return this.documents.get(uri);
  }

  /** The open document of a path below a root. */
  openAt(root: Root, path: string): OpenDocument | undefined {
    for (const document of this.documents.values())
      if (document.root === root && document.path === path) return document;
    return undefined;
  }

  all(): Iterable<OpenDocument> {
    return this.documents.values();
  }

  /** Puts open documents under the roots that exist now. */
  rehome(): void {
    for (const [uri, old] of this.documents) {
      const { root, path } = this.placeOf(uri);
      if (root === old.root) continue;
      const { languageId, version } = old.text;
      const document = openDocument(root, path, { uri, languageId, version, text: old.text.getText() });
      document.shown = old.shown;
      this.documents.set(uri, document);
      this.tellCatalog(document);
    }
  }

  /** All problems of this version of the document; none when it is not an article. */
  problems(document: OpenDocument): readonly Problem[] {
    const checking = this.checking(document);
    for (;;) {
      const step = checking.next();
      if (step.done) return step.value;
    }
  }

  /** The same a rule at a time. Not to be gone on with once the document has changed. */
  *checking(document: OpenDocument): Generator<void, readonly Problem[]> {
    const parsed = parsedOf(document);
    const { article, kind } = parsed;
    if (!kind) return [];
    if (parsed.problems) return parsed.problems;
    const { path } = document;
    const subject = { article, path, kind, world: this.worldOf(document.root, { path, article }) };
    parsed.problems = yield* checkingOf(subject, {
      onDefect: (rule, error) => this.log.error(`${rule}: ${error instanceof Error ? error.stack : String(error)}`),
    });
    return parsed.problems;
  }

  /** Files changed on disk. Returns the roots whose site or project was read again, and which of the files may be articles. */
  async refresh(uris: readonly string[]): Promise<Refreshed> {
    const sites = new Set<Root>();
    const projects = new Set<Root>();
    const schemas = new Set<Root>();
    const articles: string[] = [];
    for (const uri of uris) {
      const { root, path } = this.placeOf(uri);
      if (!this.roots.includes(root)) continue;
      if (isOfSite(path)) sites.add(root);
      if (isOfProject(path)) projects.add(root);
      if (root.schemas.forget(path)) schemas.add(root);
      if (!mayBeArticle(path)) continue;
      await root.refresh(path);
      articles.push(uri);
    }
    for (const root of sites) await root.readSite();
    for (const root of projects) await root.readProject();
    return { sites: [...sites], projects: [...projects], schemas: [...schemas], articles };
  }

  /** What surrounds documents changed: everything found in them is out of date. */
  forgetProblems(): void {
    for (const document of this.documents.values()) document.parsed = undefined;
  }

  /** Open documents whose problems may be out of date, since articles came to have something in common or ceased to. Each time, those of the meantime. */
  outdated(): readonly OpenDocument[] {
    const changed = new Set(
      [...this.documents.values()].map(({ root }) => root).filter((root) => root.hasEncounters()),
    );
    const documents = [...this.documents.values()].filter(({ root }) => changed.has(root));
    for (const { parsed } of documents) if (parsed) parsed.problems = undefined;
    return documents;
  }

  /** @param at the article that it is the world of: the schema depends on it */
  worldOf(root: Root, { path, article }: { readonly path: string; readonly article: Article }): World {
    return root.world(this.platform.clock.now(), path, schemaCommentOf(article)?.address);
  }

  /** Settings of a root, as the editor gave them. @returns what is wrong in them, which counts as not set. */
  configure(root: Root, raw: unknown): readonly Message[] {
    const { project, problems } = parseSettings(raw);
    root.settings = project;
    return problems;
  }

  /** Waits until the facts about these pictures are known, but no longer than `limit` milliseconds. */
  lookAt(root: Root, addresses: readonly string[], limit: number): Promise<void> {
    return this.pictures.lookAt(root, addresses, limit);
  }
}
