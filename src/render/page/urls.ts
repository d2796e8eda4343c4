import { basePath, termUrlOf } from '../../hugo/permalinks';
import type { Site } from '../../hugo/site';

/** `relURL` of Hugo's templates: an address of the web stays, all others stand below the site's own path. */
export function relUrl(site: Site, address: string): string {
  if (/^(?:http|\/\/)/.test(address) && !isOwn(site, address)) return address;
  const path = isOwn(site, address) ? address.slice(site.baseUrl.length) : address;
  const base = basePath(site);
  if (path.startsWith(`${base}/`) && base !== '') return path;
  return `${base}/${path.replace(/^\//, '')}`;
}

function isOwn(site: Site, address: string): boolean {
  return /^https?:/.test(site.baseUrl) && address.startsWith(site.baseUrl);
}

/** The home page of a language: `/`, `/en/`. */
export function homeUrl(site: Site, language: string): string {
  const prefixed = language !== site.defaultLanguage || site.defaultLanguagePrefixed;
  return `${basePath(site)}/${prefixed ? `${language}/` : ''}`;
}

/**
 * Where a tag's link leads: to the tag's page but for two slips of the theme. One without a name gets a slash too many, and a `#` at its end is
 * lost: `C#` leads to `/tags/c/`.
 */
export function tagLink(site: Site, language: string, name: string): string {
  const kept = name.trim().replace(/#$/, '');
  return kept === '' ? `${homeUrl(site, language)}tags//` : termUrlOf(site, language, { taxonomy: 'tags', name: kept });
}
