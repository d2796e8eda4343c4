import { inQuotes } from '../article/edits';
import { uriOf } from '../base/uris';
import { archetypePaths, builtInArchetype, fillArchetype } from '../hugo/archetype';
import { languageOf } from '../hugo/articles';
import { placeOf } from '../hugo/contentPath';
import { formatNow } from '../hugo/zone';
import type { NewArticleParams, NewArticleResult, SiteResult } from '../protocol/requests';
import type { Root } from './root';
import type { Session } from './session';

/** Folders with articles, that of the open article first, then the fullest. A page bundle is an article, not a folder of them. */
export function sectionsOf(root: Root, open: string | undefined): SiteResult['sections'] {
  const counts = new Map<string, number>();
  for (const { path } of root.catalog.all()) {
    const folder = folderOf(/(^|\/)index(\.[^/]*)?\.md$/.test(path) ? folderOf(path) : path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const here = open === undefined ? undefined : folderOf(open);
  const order = [...counts].sort(([a, m], [b, n]) => Number(b === here) - Number(a === here) || n - m);
  return order.map(([folder, articles]) => ({
    folder,
    language: languageOf(root.site, `${folder}/x.md`).code,
    articles,
  }));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The text of an article that does not exist yet, and where it goes. */
export async function newArticle(session: Session, params: NewArticleParams): Promise<NewArticleResult | null> {
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
  return text.replace(/^title:[ \t]*(?:""|'')?[ \t]*$/m, () => `title: ${inQuotes(title, '"')}`);
}

/** The language's code as the newsroom writes it: `zh-CN` for Hugo's `zh-cn`. */
function writtenLanguage(root: Root, code: string): string {
  return root.catalog.terms('lang').find((term) => term.name.toLowerCase() === code)?.name ?? code;
}
