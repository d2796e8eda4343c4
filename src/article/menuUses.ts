import type { Value } from './frontMatter';
import { textOfScalar } from './frontMatter/scalar';

/** A menu that an article puts itself into. */
export interface MenuUse {
  /** Name of the menu; '' for `menu: ""`, which is a menu too. */
  readonly menu: string;
  /** What the entry is called, by which Hugo tells entries apart; absent: by the title of the article. */
  readonly entry?: string;
}

const NONE: readonly MenuUse[] = [];
/** That of most articles, which shall not take memory 100,000 times. */
const NAMELESS: readonly MenuUse[] = [{ menu: '' }];

/** Entries in menus that are named alone: `menu: main`, `menu: [main, footer]`. */
export function menuUses(menus: readonly string[], linkTitle: string): readonly MenuUse[] {
  if (menus.length === 0) return NONE;
  if (menus.length === 1 && menus[0] === '' && linkTitle === '') return NAMELESS;
  return [...new Set(menus)].map((menu) => (linkTitle === '' ? { menu } : { menu, entry: linkTitle }));
}

/** The same of the field’s value, which may also say what the entry is called: `menu: {main: {name: About, identifier: about}}`. */
export function menuUsesOf(value: Value | undefined, linkTitle: string): readonly MenuUse[] {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return NONE;
    case 'list':
      return menuUses(value.items.map(textOfScalar), linkTitle);
    case 'map':
      return value.fields.map(({ name, value: entry }) => namedUse(name, entry, linkTitle));
    default:
      return menuUses([textOfScalar(value)], linkTitle);
  }
}

function namedUse(menu: string, value: Value, linkTitle: string): MenuUse {
  const fields = value.kind === 'map' ? value.fields : [];
  const textAt = (name: string) => {
    const field = fields.findLast((one) => one.name === name);
    return field && textOfScalar(field.value);
  };
  const entry = textAt('identifier') || (textAt('name') ?? linkTitle);
  return entry === '' && textAt('name') === undefined ? { menu } : { menu, entry };
}
