import { isMap, textAt, type Values } from './configFormats';
import type { MenuEntry } from './site';

/** The menus that a configuration, or a language's part of it, has: by lower-cased name, the entries as Hugo sorts them. */
export function menusIn(values: Values): ReadonlyMap<string, readonly MenuEntry[]> | undefined {
  const menus = values['menus'] ?? values['menu'];
  return isMap(menus) ? new Map(Object.entries(menus).map(([name, entries]) => [name, entriesOf(entries)])) : undefined;
}

function entriesOf(entries: unknown): readonly MenuEntry[] {
  return (Array.isArray(entries) ? entries : [])
    .filter(isMap)
    .map((entry) => ({
      name: textAt(entry, 'name') ?? textAt(entry, 'identifier') ?? textAt(entry, 'pageref') ?? '',
      ...(textAt(entry, 'identifier') && { identifier: textAt(entry, 'identifier') }),
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
