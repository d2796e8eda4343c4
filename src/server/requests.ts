import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { fieldOf } from '../article/frontMatter';
import { pathBelow, uriOf } from '../base/uris';
import { pageContextOf } from '../catalog/pageContext';
import { languageOf } from '../hugo/articles';
import { formatNow } from '../hugo/zone';
import {
  ARTICLES,
  type ArticleItem,
  CHANGE_BASES,
  CHECK_ALL,
  checkAllParams,
  EXPLAIN,
  type ExplainParams,
  type ExplainResult,
  explainParams,
  FIX_SITE,
  FIXABLE,
  fixSiteParams,
  type LongWorkParams,
  longWorkParams,
  NEW_ARTICLE,
  newArticleParams,
  RENDER,
  type RenderParams,
  type RenderResult,
  renderParams,
  SITE,
  type SiteParams,
  type SiteResult,
  siteParams,
} from '../protocol/requests';
import type { Parse } from '../protocol/shape';
import { renderPreview } from '../render/preview';
import { all } from '../rules/all';
import { pageOf } from '../rules/run';
import { basesOf, checkAll } from './checkAll';
import { parsedOf } from './documents';
import { fixable, fixSite } from './fixSite';
import type { LongWork } from './inTurn';
import { newArticle, sectionsOf } from './newArticle';
import type { Root } from './root';
import type { Served } from './served';
import type { Session } from './session';

/** Answers our own requests. */
export function answerRequests(served: Served): void {
  const { connection, session } = served;
  connection.onRequest(RENDER, (raw: unknown) => render(served, asked(renderParams, raw)));
  connection.onRequest(ARTICLES, () => articles(session));
  connection.onRequest(SITE, (raw: unknown) => site(session, asked(siteParams, raw)));
  connection.onRequest(NEW_ARTICLE, (raw: unknown) => newArticle(session, asked(newArticleParams, raw)));
  connection.onRequest(CHECK_ALL, async (raw: unknown, token: CancellationToken) => {
    const params = asked(checkAllParams, raw);
    return checkAll(served, params, await workOf(served, params, token));
  });
  connection.onRequest(EXPLAIN, (raw: unknown) => explain(served, asked(explainParams, raw)));
  connection.onRequest(CHANGE_BASES, () => basesOf(served));
  connection.onRequest(FIXABLE, async (raw: unknown, token: CancellationToken) =>
    fixable(served, await workOf(served, asked(longWorkParams, raw), token)),
  );
  connection.onRequest(FIX_SITE, async (raw: unknown, token: CancellationToken) => {
    const params = asked(fixSiteParams, raw);
    return fixSite(served, params, await workOf(served, params, token));
  });
}

/** Long work begins once the sites are known. */
async function workOf(
  { connection, client, ready }: Served,
  { workDoneToken }: LongWorkParams,
  token: CancellationToken,
): Promise<LongWork> {
  await ready.promise;
  const progress =
    workDoneToken === undefined ? undefined : await connection.window.attachWorkDoneProgress(workDoneToken);
  return { token, progress, translate: client.translate };
}

/** What a client asks; one that asks it wrongly is told so. */
function asked<T>(parse: Parse<T>, raw: unknown): T {
  const params = parse(raw ?? {});
  if (params === undefined)
    throw new ResponseError(ErrorCodes.InvalidParams, 'The parameters are not what was agreed.');
  return params;
}

function render({ session, client }: Served, { uri }: RenderParams): RenderResult | null {
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
    translate: client.translate,
  });
  return {
    version,
    html,
    title: title?.kind === 'string' ? title.value : '',
    language: languageOf(root.site, path).code,
    rootUri: root.uri,
  };
}

function explain({ client }: Served, { rule }: ExplainParams): ExplainResult {
  const known = all.find(({ id }) => id === rule);
  return { summary: known ? client.translate(known.summary) : '', page: pageOf(rule) };
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
  const open = uri === undefined ? undefined : pathBelow(root.uri, uri);
  const now = formatNow(session.platform.clock.now(), root.site.timeZone);
  return { rootUri: root.uri, found: root.site.found, sections: sectionsOf(root, open), now };
}
