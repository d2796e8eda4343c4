import type { LinkUse } from '../article/article';
import type { ArticleBrief } from '../article/brief';
import { type Message, message } from '../base/message';
import { placeOf } from '../hugo/contentPath';
import { basePath, permalinkOf, termUrlOf } from '../hugo/permalinks';
import { findPage, pagesOf } from './refs';
import type { Finding, Fix, Rule, Subject } from './rule';

export const deadLink: Rule = {
  id: 'dead-link',
  group: 'links',
  summary: message('A link to a page that the site does not have'),
  severity: 'warning',
  *check(subject) {
    for (const link of subject.article.body.links) {
      const finding = judged(subject, link);
      if (finding) yield finding;
    }
  },
};

function judged(subject: Subject, { url, urlSpan }: LinkUse): Finding | undefined {
  if (/^https?:/i.test(url)) {
    if (!OWN_MACHINE.test(url)) return undefined;
    return {
      span: urlSpan,
      message: message('Only your own computer or office can open this address. Write the one that readers have.'),
    };
  }
  // Other schemes, other hosts, places on the page, shortcodes.
  if (!/^(?:\.{0,2}\/(?!\/)|[^\s/:?#{]+(?:[/?#]|$))/.test(url) || url.includes('{{')) return undefined;
  const path = url.replace(/[?#].*$/s, '');
  if (/\.(?:md|markdown|mdown)$/i.test(path))
    return { span: urlSpan, message: markdownFile(), fixes: refs(subject, path, url, urlSpan) };
  if (DYNAMIC.test(path)) return { span: urlSpan, message: nothingAt(path) };
  return isMissing(subject, path) ? { span: urlSpan, severity: 'information', message: nothingAt(path) } : undefined;
}

const OWN_MACHINE =
  /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)(?=[:/?#]|$)/i;

/** Pages that only a server could make, which a site of Hugo is none. */
const DYNAMIC = /\.(?:php|aspx?|jsp|do|cgi|action)$/i;

function markdownFile(): Message {
  return message(
    'Hugo publishes no .md files, and leaves this address as it is: readers will see “page not found”. Link with {0}.',
    '{{< ref "…" >}}',
  );
}

function nothingAt(path: string): Message {
  return message(
    'The site has no page {0}: readers will see “page not found”. Write the whole address with https://, or correct the path.',
    path,
  );
}

/** `[a](b.md)` → `[a]({{< ref "b.md" >}})`, where Hugo would find it. */
function refs(
  { path: own, world: { site, catalog } }: Subject,
  path: string,
  url: string,
  span: Finding['span'],
): readonly Fix[] {
  const place = placeOf(site, own);
  const pages = place && catalog.complete ? pagesOf(site, catalog).get(place.language) : undefined;
  if (!place || !pages || /["\\]/.test(url)) return [];
  const { folder, language } = place;
  if (findPage(pages, { ref: path, folder, language, taxonomies: [] }) !== 'found') return [];
  const text = `{{< ref "${url}" >}}`;
  return [{ title: message('Write {0}', text), edits: [{ span, text }] }];
}

/** Whether the path of a page, below the site or beside the article, leads to none. Of files, which may be static, nothing is known here. */
function isMissing({ path: own, article, world: { site, catalog } }: Subject, path: string): boolean {
  if (!site.found || !catalog.complete || catalog.size === 0) return false;
  const brief = catalog.get(own);
  const place = placeOf(site, own);
  if (!brief || !place || !article.frontMatter.fields.every(({ name }) => name !== 'url' && name !== 'slug'))
    return false;
  const decoded = decode(path);
  const last = decoded.slice(decoded.lastIndexOf('/') + 1);
  if (/\.[a-z\d]{1,5}$/i.test(last)) return false;
  const start = decoded.startsWith('/')
    ? []
    : decode(permalinkOf(site, own, brief))
        .split('/')
        .slice(0, -1);
  // A page's own files stand beside it.
  if (!decoded.startsWith('/') && (place.base === 'index' || place.base === '_index')) return false;
  const parts: string[] = [];
  for (const part of [...start, ...decoded.split('/')]) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return !catalog.memo('addresses', () => addresses(site, catalog)).has(keyOf(parts.join('/')));
}

/** Every address that the site certainly has. */
function addresses(site: Subject['world']['site'], catalog: Subject['world']['catalog']): ReadonlySet<string> {
  const all = new Set<string>(['', keyOf(basePath(site))]);
  const add = (address: string): void => {
    const key = keyOf(address);
    all.add(key);
    // Every folder above may be a section, or have a page by other ways.
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) all.add(key.slice(0, at));
  };
  for (const brief of catalog.all()) {
    add(permalinkOf(site, brief.path, brief));
    const { aliases = [] } = brief as ArticleBrief & { readonly aliases?: readonly string[] };
    for (const alias of aliases) add(alias);
  }
  for (const taxonomy of site.taxonomies.values())
    for (const { name } of catalog.terms(taxonomy))
      for (const { code } of site.languages) add(termUrlOf(site, code, { taxonomy, name }));
  for (const { code } of site.languages) all.add(keyOf(`${basePath(site)}/${code}`));
  return all;
}

function keyOf(address: string): string {
  return decode(address)
    .toLowerCase()
    .replace(/^\/+|\/+$|(?:^|\/)index\.html$/g, '')
    .replace(/\/page\/\d+$/, '');
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
