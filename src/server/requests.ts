import type { CancellationToken, Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { fieldOf } from '../article/frontMatter';
import { message, type Translate } from '../base/message';
import { articlePaths } from '../catalog/build';
import { pageContextOf } from '../catalog/pageContext';
import { diagnosticOf } from '../features/lsp';
import { archetypePaths, builtInArchetype, fillArchetype } from '../hugo/archetype';
import { languageOf } from '../hugo/articles';
import { placeOf } from '../hugo/contentPath';
import { formatNow } from '../hugo/dates';
import {
  ARTICLES,
  type ArticleItem,
  CHECK_ALL,
  type CheckAllResult,
  NEW_ARTICLE,
  type NewArticleParams,
  type NewArticleResult,
  RENDER,
  type RenderParams,
  type RenderResult,
  SITE,
  type SiteParams,
  type SiteResult,
} from '../protocol/requests';
import { renderPreview } from '../render/preview';
import { checkFile, eachInTurn } from './checkAll';
import { parsedOf } from './documents';
import type { Publisher } from './publisher';
import type { Root } from './root';
import type { Session } from './session';
import { uriOf } from './uris';

export interface Answering {
  readonly session: Session;
  readonly publisher: Publisher;
  readonly translate: () => Translate;
  /** When the sites are known. */
  readonly ready: Promise<void>;
}

/** Answers our own requests. */
export function answerRequests(connection: Connection, with_: Answering): void {
  const { session } = with_;
  connection.onRequest(RENDER, (params: RenderParams) => render(with_, params));
  connection.onRequest(ARTICLES, () => articles(session));
  connection.onRequest(SITE, (params: SiteParams) => site(session, params));
  connection.onRequest(NEW_ARTICLE, (params: NewArticleParams) => newArticle(session, params));
  connection.onRequest(CHECK_ALL, async (params: { workDoneToken?: string | number }, token: CancellationToken) => {
    const progress =
      params?.workDoneToken === undefined
        ? undefined
        : await connection.window.attachWorkDoneProgress(params.workDoneToken);
    return checkAll(with_, token, progress);
  });
}

function render({ session, translate }: Answering, { uri }: RenderParams): RenderResult | null {
  const document = session.get(uri);
  if (!document) return null;
  const { article, version } = parsedOf(document);
  const { root, path } = document;
  const title = fieldOf(article.frontMatter, 'title')?.value;
  const html = renderPreview({
    article,
    site: root.site,
    path,
    context: pageContextOf(root.catalog, root.site, path),
    translate: translate(),
  });
  return {
    version,
    html,
    title: title?.kind === 'string' ? title.value : '',
    language: languageOf(root.site, path).code,
    rootUri: root.uri,
  };
}

function articles(session: Session): ArticleItem[] {
  const items: ArticleItem[] = [];
  for (const root of session.allRoots()) {
    for (const { path, title, date } of root.catalog.all())
      items.push({ uri: uriOf(root.uri, path), title, date, path });
  }
  return items.sort((a, b) => (a.date < b.date ? 1 : -1));
}

function rootFor(session: Session, uri: string | undefined): Root | undefined {
  const open = uri === undefined ? undefined : session.placeOf(uri).root;
  return open && session.allRoots().includes(open) ? open : session.allRoots()[0];
}

function site(session: Session, { uri }: SiteParams): SiteResult | null {
  const root = rootFor(session, uri);
  if (!root) return null;
  const counts = new Map<string, number>();
  for (const { path } of root.catalog.all()) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const sections = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([folder, n]) => ({ folder, language: languageOf(root.site, `${folder}/x.md`).code, articles: n }));
  return {
    rootUri: root.uri,
    found: root.site.found,
    sections,
    now: formatNow(session.platform.clock.now(), root.site.timeZone),
  };
}

async function newArticle(session: Session, params: NewArticleParams): Promise<NewArticleResult | null> {
  const root = session.allRoots().find((r) => r.uri === params.rootUri) ?? session.allRoots()[0];
  if (!root) return null;
  const path = params.folder === '' ? params.name : `${params.folder}/${params.name}`;
  const { code } = languageOf(root.site, path);
  const section = placeOf(root.site, path)?.folder.split('/')[0] ?? '';
  const facts = {
    name: params.name.replace(/\.md$/, ''),
    title: params.title,
    date: formatNow(session.platform.clock.now(), root.site.timeZone),
    language: writtenLanguage(root, code),
  };
  for (const candidate of archetypePaths(section, root.site.theme)) {
    const bytes = await root.files.read(candidate);
    if (bytes)
      return {
        uri: uriOf(root.uri, path),
        text: withTitle(fillArchetype(new TextDecoder().decode(bytes), facts), facts.title),
      };
  }
  return { uri: uriOf(root.uri, path), text: builtInArchetype(facts) };
}

/** The archetype says `title: ""`: put the title there. */
function withTitle(text: string, title: string): string {
  const written = title.replace(/["\\]/g, '\\$&');
  return text.replace(/^title:[ \t]*(?:""|'')?[ \t]*$/m, () => `title: "${written}"`);
}

/** The language's code as the newsroom writes it: `zh-CN` for Hugo's `zh-cn`. */
function writtenLanguage(root: Root, code: string): string {
  return root.catalog.terms('lang').find((term) => term.name.toLowerCase() === code)?.name ?? code;
}

async function checkAll(
  { session, publisher, translate }: Answering,
  token: CancellationToken,
  progress: WorkDoneProgressReporter | undefined,
): Promise<CheckAllResult> {
  const files: { root: Root; path: string }[] = [];
  for (const root of session.allRoots())
    for (const path of (await articlePaths(root.files, root.site)) ?? []) files.push({ root, path });
  let problems = 0;
  let errors = 0;
  const say = translate();
  progress?.begin(say(message('Checking articles')), 0, undefined, true);
  const checked = await eachInTurn(
    files,
    () => token.isCancellationRequested,
    async ({ root, path }, done) => {
      const uri = uriOf(root.uri, path);
      const open = [...session.all()].find((document) => document.root === root && document.path === path);
      const found = open ? session.problems(open) : ((await checkOne(root, path, uri)) ?? []);
      problems += found.length;
      errors += found.filter((problem) => problem.severity === 'error').length;
      if (done % 25 === 0)
        progress?.report(Math.floor((done / files.length) * 100), say(message('{0} of {1}', done, files.length)));
    },
  );
  progress?.done();
  return { files: checked, problems, errors };

  async function checkOne(root: Root, path: string, uri: string) {
    const result = await checkFile(root, path, session.worldOf(root));
    publisher.putClosed(
      uri,
      (result?.problems ?? []).map((problem) => diagnosticOf(problem, result!.lines, say)),
    );
    return result?.problems;
  }
}
