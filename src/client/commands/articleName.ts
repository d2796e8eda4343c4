export interface Naming {
  readonly title: string;
  /** File names in the folder, among them those of other articles. */
  readonly siblings: readonly string[];
  /** Now, in the site's time zone: `2026-02-07T19:11:57+08:00`. */
  readonly now: string;
}

/**
 * A free file name in the manner of the folder: `2026-02-07-spring.zh-cn.md` among dated slugs, otherwise digits,
 * `20260207191157.zh-cn.md`; with the language its neighbours carry in their names.
 */
export function proposeName({ title, siblings, now }: Naming): string {
  const articles = siblings.filter((name) => name.endsWith('.md') && !name.startsWith('_'));
  const suffix = usual(articles.map(languageSuffix));
  const dated = articles.filter((name) => /^\d{4}-\d{2}-\d{2}/.test(name)).length * 2 > articles.length;
  const slug = slugOf(title);
  const digits = now.slice(0, 19).replace(/\D/g, '');
  const stem = dated || (slug !== '' && !articles.some((name) => /^\d/.test(name))) ? datedStem(now, slug) : digits;
  const taken = new Set(siblings.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const name = `${n === 1 ? stem : `${stem}-${n}`}${suffix}.md`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** `.zh-cn` of `a.zh-cn.md`, empty without one. */
function languageSuffix(name: string): string {
  return /(\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*)\.md$/i.exec(name)?.[1] ?? '';
}

function usual(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function datedStem(now: string, slug: string): string {
  const day = now.slice(0, 10);
  return slug === '' ? `${day}-${now.slice(11, 16).replace(':', '')}` : `${day}-${slug}`;
}

/** `Tram opens at last!` → `tram-opens-at-last`; empty for a title that Latin letters do not carry. */
function slugOf(title: string): string {
  if (/[^\p{ASCII}\p{Script=Latin}\p{P}]/u.test(title)) return '';
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 8)
    .join('-');
}
