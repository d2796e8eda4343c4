import { isMap, mapAt, textAt, type Values } from './configFormats';
import type { MenuEntry } from './site';

/** The menus of the default language, else of the site, by lower-cased name; entries as Hugo sorts them. */
export function menusOf(values: Values, defaultLanguage: string): ReadonlyMap<string, readonly MenuEntry[]> {
  const own = mapAt(values, `languages`)[defaultLanguage];
  const menus = (isMap(own) ? menusIn(own) : undefined) ?? menusIn(values) ?? {};
  return new Map(Object.entries(menus).map(([name, entries]) => [name, entriesOf(entries)]));
}

function menusIn(values: Values): Values | undefined {
  const menus = values['menus'] ?? values['menu'];
  return isMap(menus) ? menus : undefined;
}

function entriesOf(entries: unknown): readonly MenuEntry[] {
  return (Array.isArray(entries) ? entries : [])
    .filter(isMap)
    .map((entry) => ({
      name: textAt(entry, 'name') ?? textAt(entry, 'identifier') ?? textAt(entry, 'pageref') ?? '',
      url: textAt(entry, 'url') ?? textAt(entry, 'pageref') ?? '',
      weight: Number(textAt(entry, 'weight') ?? 0) || 0,
    }))
    .sort(inOrder);
}

/** Entries without a weight come after the others. */
function inOrder(a: MenuEntry, b: MenuEntry): number {
  if (a.weight !== b.weight) return a.weight === 0 ? 1 : b.weight === 0 ? -1 : a.weight - b.weight;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
