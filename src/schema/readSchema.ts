import { type Message, message } from '../base/message';
import { type Span, span } from '../base/span';
import { circleIn } from './circles';
import { type Path, placeIn, readJsonText } from './jsonText';
import { isMap, isOfShape, isSchema, KEYWORDS, SHAPES } from './keywords';
import { compiled, longestTextFor } from './patterns';
import type { JsonSchema } from './schema';
import { addressAt, indexOf, type SchemaIndex, urlOf } from './schemaIndex';
import type { References } from './schemaOf';

/** Where schemas are read from, by a path below the root or an `https:` URL: the text, or why there is none. */
export type ReadText = (address: string) => Promise<string | { readonly refused: Message } | undefined>;

/** What is wrong with a schema, and where. */
export interface SchemaProblem {
  /** As it was asked for. */
  readonly file: string;
  readonly span: Span;
  readonly message: Message;
  /** `error`: the schema is not used. */
  readonly severity: 'error' | 'information';
}

export type Draft = '7' | '2020-12';

/** A schema that has been read whole, with all that it refers to. */
export interface ReadSchema {
  readonly json: JsonSchema | boolean;
  readonly references: References;
  readonly draft: Draft;
  /** Longer texts would keep its patterns busy. */
  readonly longestText: number;
}

export interface SchemaReading {
  /** Undefined when something in it is wrong. */
  readonly schema: ReadSchema | undefined;
  readonly problems: readonly SchemaProblem[];
  /** The file itself could not be had. */
  readonly refused: Message | 'missing' | undefined;
  /** All files that it is made of, those that are missing too. */
  readonly files: readonly string[];
}

/** Larger files, and schemas of more parts or files, are not read. */
const LARGEST = 2 * 1024 * 1024;
const MOST_PARTS = 20_000;
const MOST_FILES = 50;
const DEEPEST = 100;

/** Reads a JSON Schema and what it refers to. Never throws. */
export async function readSchema(address: string, read: ReadText): Promise<SchemaReading> {
  const reader = new Reader(read);
  const root = await reader.load(address);
  if (typeof root !== 'object' || 'refused' in root) {
    const refused = typeof root === 'object' ? root.refused : root;
    return { schema: undefined, problems: reader.problems, refused, files: reader.asked };
  }
  const draft = reader.draftOf(root);
  const json = reader.copyAt({ file: root, path: [] }, root.value);
  await reader.resolveAll();
  if (reader.isSound) reader.findCircle();
  const schema = reader.isSound
    ? { json, references: reader.references, draft, longestText: reader.longestText }
    : undefined;
  return { schema, problems: reader.problems, refused: undefined, files: reader.asked };
}

interface SchemaFile {
  readonly address: string;
  readonly text: string;
  readonly value: unknown;
  readonly index: SchemaIndex;
}

interface Place {
  readonly file: SchemaFile;
  readonly path: Path;
}

type Copy = { -readonly [K in keyof JsonSchema]: JsonSchema[K] } & Record<string, unknown>;

class Reader {
  readonly problems: SchemaProblem[] = [];
  readonly references: Record<string, JsonSchema | boolean> = Object.create(null) as Record<string, JsonSchema>;
  readonly asked: string[] = [];
  longestText = 20_000;
  private readonly files = new Map<string, SchemaFile | { readonly refused: Message } | 'missing' | 'broken'>();
  private readonly pending: { readonly node: Copy; readonly place: Place; readonly ref: string }[] = [];
  private readonly places = new Map<object, Place>();
  private parts = 0;

  constructor(private readonly read: ReadText) {}

  get isSound(): boolean {
    return !this.problems.some(({ severity }) => severity === 'error');
  }

  async load(address: string): Promise<SchemaFile | { readonly refused: Message } | 'missing' | undefined> {
    const known = this.files.get(address);
    if (known) return known === 'broken' ? undefined : known;
    this.asked.push(address);
    const text = this.asked.length > MOST_FILES ? undefined : await this.read(address);
    if (text === undefined || typeof text === 'object') {
      this.files.set(address, text ?? 'missing');
      return text ?? 'missing';
    }
    const file = this.parse(address, text);
    this.files.set(address, file ?? 'broken');
    return file;
  }

  private parse(address: string, text: string): SchemaFile | undefined {
    const begin = span(0, Math.min(1, text.length));
    if (text.length > LARGEST) return this.broken(address, begin, message('This schema is too large to be read.'));
    const json = readJsonText(text);
    if (json.wrong !== undefined)
      return this.broken(
        address,
        json.span,
        message('This is not JSON, so the schema is not used: {0}', json.wrong || '…'),
      );
    if (!isSchema(json.value))
      return this.broken(address, begin, message('A JSON Schema must be an object in braces: {…}.'));
    return { address, text, value: json.value, index: indexOf(address, json.value) };
  }

  private broken(file: string, where: Span, says: Message): undefined {
    this.problems.push({ file, span: where, message: says, severity: 'error' });
  }

  private tell(
    { file, path }: Place,
    says: Message,
    { severity = 'error', at = 'value' }: { severity?: SchemaProblem['severity']; at?: 'value' | 'key' } = {},
  ): void {
    // One place is enough where a whole file is of another kind.
    if (this.problems.length < 50)
      this.problems.push({ file: file.address, span: placeIn(file.text, path, at), message: says, severity });
  }

  /** The draft that a file says it is of; without a word, the newest. */
  draftOf(file: SchemaFile): Draft {
    const says = isMap(file.value) ? file.value['$schema'] : undefined;
    if (says === undefined) return '2020-12';
    const draft = /^https?:\/\/json-schema\.org\/(?:draft\/(2020-12|2019-09)|draft-0([67]))\/schema#?$/.exec(
      String(says),
    );
    if (draft) return draft[2] === undefined ? '2020-12' : '7';
    this.tell(
      { file, path: ['$schema'] },
      message(
        'Copydesk reads JSON Schema draft 2020-12 and draft-07, not this one: the schema is not used. Write "{0}" and mend what differs.',
        'https://json-schema.org/draft/2020-12/schema',
      ),
    );
    return '2020-12';
  }

  /** A schema as validator and completion take it: only words that mean something, references by their place in the table. */
  copyAt(place: Place, raw: unknown): JsonSchema | boolean {
    if (raw === true) return true;
    // `false` is told like any other fault, with its place in the schema.
    if (!isMap(raw)) return { not: {} } as JsonSchema;
    const copy: Copy = Object.create(null) as Copy;
    this.places.set(copy, place);
    if (++this.parts > MOST_PARTS || place.path.length > DEEPEST) {
      if (this.isSound) this.tell(place, message('This schema is too large to be read.'));
      return copy;
    }
    for (const [word, value] of Object.entries(raw)) {
      const shape = Object.hasOwn(KEYWORDS, word) ? KEYWORDS[word] : undefined;
      const at = { file: place.file, path: [...place.path, word] };
      if (shape === undefined) {
        if (OTHERS.has(word)) copy[word] = value;
      } else if (!isOfShape(value, shape))
        this.tell(
          at,
          message(
            '“{0}” in a JSON Schema takes {1}: the schema is not used as long as it says this.',
            word,
            SHAPES[shape],
          ),
        );
      else this.copyWord(copy, word, at, value);
    }
    return copy;
  }

  private copyWord(copy: Copy, word: string, at: Place, value: unknown): void {
    const inner = (key: string | number, raw: unknown): unknown =>
      isSchema(raw) ? this.copyAt({ file: at.file, path: [...at.path, key] }, raw) : raw;
    switch (KEYWORDS[word]) {
      case 'schema':
        copy[word] = this.copyAt(at, value);
        return;
      case 'schemas':
      case 'schema or schemas':
        copy[word] = Array.isArray(value) ? value.map((raw, i) => inner(i, raw)) : this.copyAt(at, value);
        return;
      case 'map of schemas':
      case 'map of schemas or texts':
        // Definitions are copied where something refers to them.
        if (word !== '$defs' && word !== 'definitions') copy[word] = this.copyMap(word, at, value, inner);
        return;
      case 'pattern':
        if (this.mayTry(String(value), at, 'value')) copy[word] = value;
        return;
      default:
        if (word === '$ref') this.pending.push({ node: copy, place: at, ref: String(value) });
        copy[word] = value;
    }
  }

  private copyMap(
    word: string,
    at: Place,
    value: unknown,
    inner: (key: string, raw: unknown) => unknown,
  ): Record<string, unknown> {
    const map = Object.create(null) as Record<string, unknown>;
    for (const [key, raw] of Object.entries(isMap(value) ? value : {})) {
      const place = { file: at.file, path: [...at.path, key] };
      if (word === 'patternProperties' && !this.mayTry(key, place, 'key')) continue;
      map[key] = inner(key, raw);
    }
    return map;
  }

  /** Whether a pattern can be tried without keeping anybody waiting. */
  private mayTry(pattern: string, at: Place, what: 'key' | 'value'): boolean {
    if (!compiled(pattern)) {
      this.tell(at, message('This is no regular expression: the schema is not used as long as it says this.'), {
        at: what,
      });
      return false;
    }
    const longest = longestTextFor(pattern);
    if (longest === 0)
      this.tell(
        at,
        message(
          'This pattern could keep an editor waiting for minutes, because a repeated part of it can read the same text in several ways. It is left out; the rest of the schema is used.',
        ),
        { severity: 'information', at: what },
      );
    else this.longestText = Math.min(this.longestText, longest);
    return longest > 0;
  }

  async resolveAll(): Promise<void> {
    for (let next = this.pending.pop(); next; next = this.pending.pop()) {
      const target = await this.targetOf(next.place, next.ref);
      if (!target) continue;
      const key = `${target.file.address}#${target.path.map((step) => `/${step}`).join('')}`;
      next.node.$ref = key;
      if (key in this.references) continue;
      const raw = valueAt(target.file.value, target.path);
      if (isSchema(raw)) this.references[key] = this.copyAt(target, raw);
      else this.dangling(next.place, next.ref);
    }
  }

  private dangling(place: Place, ref: string): undefined {
    this.tell(place, message('There is nothing at “{0}”: the schema is not used as long as it says this.', ref));
  }

  private async targetOf(place: Place, ref: string): Promise<Place | undefined> {
    const { file } = place;
    const [address = '', fragment = ''] = ref.split('#', 2);
    const base = file.index.baseAt(place.path);
    const resource =
      address === '' ? { file, path: file.index.resourceAt(place.path) } : await this.other(file, base, address);
    if (!resource) return this.dangling(place, ref);
    if ('refused' in resource) return this.tell(place, resource.refused) as undefined;
    if (fragment === '') return resource;
    if (!fragment.startsWith('/')) {
      const path = resource.file.index.anchors.get(`${resource.file.index.baseAt(resource.path)}#${fragment}`);
      return path ? { file: resource.file, path } : this.dangling(place, ref);
    }
    const path = pathOf(fragment, resource.file.value, resource.path);
    return path ? { file: resource.file, path } : this.dangling(place, ref);
  }

  /** What another address means: a part that calls itself so, a file that does, or a file at that place. */
  private async other(
    from: SchemaFile,
    base: string,
    address: string,
  ): Promise<Place | { readonly refused: Message } | undefined> {
    const url = urlOf(address, base);
    if (url === undefined) return undefined;
    for (const file of this.files.values()) {
      if (typeof file !== 'object' || 'refused' in file) continue;
      const path = file.index.ids.get(url);
      if (path) return { file, path };
    }
    const beside = urlOf(address, from.index.location);
    for (const candidate of new Set([beside, url])) {
      const place = candidate === undefined ? undefined : addressAt(candidate);
      const loaded = place === undefined ? undefined : await this.load(place);
      if (loaded === 'missing' || loaded === undefined) continue;
      return 'refused' in loaded ? loaded : { file: loaded, path: [] };
    }
    return undefined;
  }

  /** A schema that asks itself about the same value again would never come to an end. */
  findCircle(): void {
    const root = [...this.places.keys()][0];
    const circle = root && circleIn([root, ...Object.values(this.references)], this.references);
    const place = circle && this.places.get(circle);
    if (place)
      this.tell(
        place,
        message('This part of the schema leads back to itself without looking deeper: the schema is not used.'),
      );
  }
}

/** Words that stand beside those that decide. */
const OTHERS: ReadonlySet<string> = new Set(['default', 'const', 'deprecated', 'errorMessage']);

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path)
    at =
      (isMap(at) || Array.isArray(at)) && Object.hasOwn(at, step) ? (at as Record<string, unknown>)[step] : undefined;
  return at;
}

/** The path that a JSON pointer means; undefined when nothing is there. */
function pathOf(pointer: string, value: unknown, from: Path): Path | undefined {
  let decoded = pointer;
  try {
    decoded = decodeURIComponent(pointer);
  } catch {
    // A lone % means itself.
  }
  const steps = decoded
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path = [...from, ...steps];
  return valueAt(value, path) === undefined ? undefined : path;
}
