import { type Message, message } from '../base/message';
import { NEWS_SCHEMA } from '../schema/newsSchema';
import type { ReadText, SchemaProblem, SchemaReading } from '../schema/readSchema';
import type { Schema } from '../schema/schema';
import { type PathTest, pathTest } from './globs';
import type { SchemaChoice } from './project';

/** A schema that somebody asked for, read or being read. */
interface Shelved {
  readonly schema: Schema;
  /** The file that it came from; of several places that were looked at, the first. */
  readonly address: string;
  readonly reading: SchemaReading | undefined;
  /** Done when it has been read. */
  readonly ready: Promise<void>;
}

/** What is wrong with a schema file, told at its place. */
export interface SchemaFaults {
  readonly file: string;
  readonly problems: readonly SchemaProblem[];
}

/**
 * The schemas of one root: which one holds for an article, each read once and again when a file of it changes. Until one has been read, and when it
 * cannot be, the built-in schema is used.
 */
export class SchemaShelf {
  private readonly shelved = new Map<string, Shelved>();
  private choices: readonly { readonly matches: PathTest; readonly schema: string }[] = [];
  private made: readonly SchemaChoice[] = [];
  private last: { readonly path: string; readonly schema: string | undefined } | undefined;
  /** Called when a schema has been read that articles were judged without. */
  onRead: () => void = () => {};

  constructor(private readonly read: ReadText) {}

  /** Takes over what the project chooses. */
  choose(schemas: readonly SchemaChoice[]): void {
    if (schemas === this.made) return;
    this.made = schemas;
    this.choices = schemas.map(({ files, schema }) => ({ matches: pathTest(files), schema }));
    this.last = undefined;
  }

  /** The schema of an article as far as it is known now. @param comment the address that the article itself names */
  schemaFor(path: string, comment?: string): Schema {
    return this.shelf(path, comment)?.schema ?? NEWS_SCHEMA;
  }

  /** The same when it has been read. */
  async readyFor(path: string, comment?: string): Promise<Schema> {
    await this.shelf(path, comment)?.ready;
    return this.schemaFor(path, comment);
  }

  private shelf(path: string, comment: string | undefined): Shelved | undefined {
    const addresses = comment === undefined ? this.chosenFor(path) : addressesOf(comment, path);
    if (addresses.length === 0) return undefined;
    const key = addresses.join('\n');
    return this.shelved.get(key) ?? this.fetch(key, addresses);
  }

  private chosenFor(path: string): readonly string[] {
    if (this.choices.length === 0) return [];
    if (this.last?.path !== path)
      this.last = { path, schema: this.choices.find(({ matches }) => matches(path))?.schema };
    const { schema } = this.last;
    return schema === undefined ? [] : addressesOf(schema, '');
  }

  private fetch(key: string, addresses: readonly string[]): Shelved {
    const first = addresses[0] ?? '';
    const ready = this.readFirst(addresses).then(({ address, reading, schema }) => {
      if (this.shelved.get(key) !== waiting) return;
      this.shelved.set(key, { schema, address, reading, ready: Promise.resolve() });
      this.onRead();
    });
    const waiting: Shelved = { schema: NEWS_SCHEMA, address: first, reading: undefined, ready };
    this.shelved.set(key, waiting);
    return waiting;
  }

  /** The reader is loaded when the first schema is asked for. */
  private async readFirst(addresses: readonly string[]): Promise<Omit<Shelved, 'ready'>> {
    const { readSchema, ownSchemaOf } = await import('../schema/reading');
    let first: Omit<Shelved, 'ready'> | undefined;
    const looked: string[] = [];
    for (const address of addresses) {
      const reading = await readSchema(address, this.read);
      const { schema: read, refused } = reading;
      const schema = read
        ? ownSchemaOf(read)
        : { ...NEWS_SCHEMA, unread: { message: unread(reading, address), refused: typeof refused === 'object' } };
      looked.push(...reading.files);
      const one = { address, schema, reading: { ...reading, files: [...looked] } };
      if (refused !== 'missing') return one;
      first ??= one;
    }
    return first ?? { address: '', schema: NEWS_SCHEMA, reading: undefined };
  }

  /** A file came, changed or went. @returns true when a schema is made of it, so that articles have to be judged again */
  forget(file: string): boolean {
    let found = false;
    for (const [key, { reading }] of this.shelved) {
      if (reading && !reading.files.includes(file)) continue;
      this.shelved.delete(key);
      found = true;
    }
    return found;
  }

  /** Everything is read again when it is next asked for: what may be read has changed. */
  clear(): void {
    this.shelved.clear();
  }

  /** What is wrong in the files that are in use, by file. Those without a fault are listed too. */
  faults(): readonly SchemaFaults[] {
    const byFile = new Map<string, SchemaProblem[]>();
    for (const { reading } of this.shelved.values()) {
      for (const file of reading?.refused === undefined ? (reading?.files ?? []) : [])
        byFile.set(file, byFile.get(file) ?? []);
      for (const problem of reading?.problems ?? []) byFile.get(problem.file)?.push(problem);
    }
    return [...byFile].map(([file, problems]) => ({ file, problems }));
  }

  /** Why a schema that the project chooses cannot be had: told where it is chosen. */
  async unreadChoice(schema: string): Promise<Schema['unread']> {
    const addresses = addressesOf(schema, '');
    const key = addresses.join('\n');
    await (this.shelved.get(key) ?? this.fetch(key, addresses)).ready;
    return this.shelved.get(key)?.schema.unread;
  }
}

function unread({ refused }: SchemaReading, address: string): Message {
  if (typeof refused === 'object') return refused;
  return refused === 'missing'
    ? message('There is no schema “{0}” that can be read. The built-in schema is used.', address)
    : message('The schema “{0}” has a mistake, which is told in that file. The built-in schema is used.', address);
}

/** Where a schema may stand: beside what names it, else below the root. What lies above the root is never read. */
function addressesOf(address: string, from: string): readonly string[] {
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return [address];
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const beside = address.startsWith('/') ? undefined : normal(folder + address);
  return [...new Set([beside, normal(address)])].filter((one) => one !== undefined);
}

/** `a/../b/./c` → `b/c`; undefined above the root. */
function normal(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
