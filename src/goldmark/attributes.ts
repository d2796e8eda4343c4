import { isAsciiDigit, isAsciiPunctuation, isSpace } from './characters';
import type { Attribute } from './nodes';

// `{#id .class key="value"}` behind a heading.

/** Values may hold arrays and objects; deeper ones than this are not read. */
const DEEPEST_VALUE = 20;

/**
 * The attributes that end the text in [start, end), and where they begin. Only the last `{` counts, and only when nothing
 * but white space follows its `}`.
 */
export function headingAttributes(
  text: string,
  start: number,
  end: number,
): { attributes: Attribute[]; start: number } | undefined {
  let open = -1;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 123) open = i;
    else if (c === 92 && text.charCodeAt(i + 1) === 123) i++;
  }
  if (open < 0) return undefined;
  const reader = new AttributeReader(text, open, end);
  const attributes = reader.attributes(0);
  reader.skipSpace();
  return attributes !== undefined && reader.at >= end
    ? { attributes: withoutDoubles(attributes), start: open }
    : undefined;
}

/** Of attributes with one name, the last value counts, at the place of the first. */
export function withoutDoubles(attributes: readonly Attribute[]): Attribute[] {
  return [...new Map(attributes.map((attribute) => [attribute.name, attribute])).values()];
}

/** The attributes that are all there is in [start, end). */
export function attributesAt(text: string, start: number, end: number): Attribute[] | undefined {
  const reader = new AttributeReader(text, start, end);
  reader.skipSpace();
  if (text.charCodeAt(reader.at) !== 123 || reader.at >= end) return undefined;
  const attributes = reader.attributes(0);
  reader.skipSpace();
  return attributes !== undefined && reader.at >= end ? withoutDoubles(attributes) : undefined;
}

class AttributeReader {
  constructor(
    private readonly text: string,
    public at: number,
    private readonly end: number,
  ) {}

  skipSpace(): void {
    while (this.at < this.end && isSpace(this.text.charCodeAt(this.at))) this.at++;
  }

  private get character(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : -1;
  }

  /** At `{`; undefined when it is something else than attributes. */
  attributes(depth: number): Attribute[] | undefined {
    const found: Attribute[] = [];
    this.at++;
    while (this.character !== 125) {
      const attribute = this.attribute(depth);
      if (attribute === undefined) return undefined;
      const index = attribute.name === 'class' ? found.findIndex((a) => a.name === 'class') : -1;
      const before = found[index];
      if (before === undefined) found.push(attribute);
      else found[index] = { name: 'class', value: `${before.value} ${attribute.value}` };
      this.skipSpace();
      if (this.character === 44) {
        this.at++;
        this.skipSpace();
      }
    }
    this.at++;
    return found;
  }

  private attribute(depth: number): Attribute | undefined {
    this.skipSpace();
    const c = this.character;
    if (c === 35 || c === 46) {
      this.at++;
      return { name: c === 35 ? 'id' : 'class', value: this.take(isIdCharacter) };
    }
    if (!isNameStart(c)) return undefined;
    const name = this.take(isNameCharacter);
    this.skipSpace();
    if (this.character !== 61) return undefined;
    this.at++;
    this.skipSpace();
    const value = this.value(depth);
    return value === undefined ? undefined : { name, value };
  }

  private take(belongs: (code: number) => boolean): string {
    const start = this.at;
    while (this.at < this.end && belongs(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  /** Arrays and objects are kept as they are written. */
  private value(depth: number): string | undefined {
    const start = this.at;
    const c = this.character;
    if (c === 34) return this.string();
    if (c === 45 || c === 43 || isAsciiDigit(c)) return this.number();
    if (c === 123 || c === 91) {
      if (depth >= DEEPEST_VALUE) return undefined;
      const read = c === 123 ? this.attributes(depth + 1) !== undefined : this.array(depth + 1);
      return read ? this.text.slice(start, this.at) : undefined;
    }
    return isNameStart(c) ? this.take(isNameCharacter) : undefined;
  }

  private array(depth: number): boolean {
    this.at++;
    for (let first = true; ; first = false) {
      const comma = !first && this.character === 44;
      if (comma) this.at++;
      if (this.character === 93) {
        this.at++;
        return !comma;
      }
      this.skipSpace();
      if (this.value(depth) === undefined) return false;
      this.skipSpace();
    }
  }

  private string(): string | undefined {
    const escapes: Readonly<Record<string, string>> = {
      '"': '"',
      '/': '/',
      '\\': '\\',
      b: '\b',
      f: '\f',
      n: '\n',
      r: '\r',
      t: '\t',
    };
    let value = '';
    for (let i = this.at + 1; i < this.end; i++) {
      const c = this.text[i] as string;
      if (c === '"') {
        this.at = i + 1;
        return value;
      }
      const escaped = c === '\\' ? escapes[this.text[i + 1] ?? ''] : undefined;
      value += escaped ?? c;
      if (escaped !== undefined) i++;
    }
    return undefined;
  }

  private number(): string | undefined {
    const sign = this.take((code) => code === 43 || code === 45);
    const digits = this.take(isAsciiDigit);
    if (sign.length > 1 || digits === '') return undefined;
    let literal = digits;
    if (this.character === 46) {
      this.at++;
      literal += `.${this.take(isAsciiDigit)}`;
    }
    if (this.character === 69 || this.character === 101) {
      this.at++;
      literal += `e${this.take((code) => code === 43 || code === 45)}${this.take(isAsciiDigit)}`;
    }
    const value = Number(literal);
    return Number.isNaN(value) ? undefined : String(sign === '-' ? -value : value);
  }
}

function isNameStart(code: number): boolean {
  return (code > 64 && code < 91) || (code > 96 && code < 123) || code === 95 || code === 58;
}
function isNameCharacter(code: number): boolean {
  return isNameStart(code) || isAsciiDigit(code) || code === 46 || code === 45;
}
function isIdCharacter(code: number): boolean {
  if (isSpace(code)) return false;
  return !isAsciiPunctuation(code) || code === 95 || code === 45 || code === 58 || code === 46;
}
