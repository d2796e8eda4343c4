import type { Field } from '../article/frontMatter';
import type { Message } from '../base/message';
import type { Fault } from './faults';

/** The part of JSON Schema that completion and documentation use; what else a schema says, its validator knows. Names and meaning are those of draft 2020-12. */
export interface JsonSchema {
  readonly $schema?: string;
  /** In a schema that was read from a file: a key of its table of references. */
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | boolean | readonly (JsonSchema | boolean)[];
  /** What holds for the values of a map whose keys are free: the menus in `menu: {main: {weight: 1}}`. */
  readonly additionalProperties?: JsonSchema | boolean;
  readonly allOf?: readonly (JsonSchema | boolean)[];
  readonly anyOf?: readonly (JsonSchema | boolean)[];
  readonly oneOf?: readonly (JsonSchema | boolean)[];
  readonly default?: unknown;
  readonly format?: string;
  readonly minLength?: number;
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  /** What editors made of JSON Schema: documentation in Markdown, of each value too, and the newsroom's own words for a fault. */
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly errorMessage?: unknown;
}
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

/** A front matter schema, ready for use: property names are lower-cased, as Hugo reads them. */
export interface Schema {
  readonly properties: ReadonlyMap<string, Property>;
  readonly required: readonly string[];
  /** What a schema of the newsroom adds; absent in the built-in one, of which the rules speak themselves. */
  readonly own?: OwnSchema | undefined;
  /** Why a schema that the newsroom or the article asked for is not the one in use. */
  readonly unread?: UnreadSchema | undefined;
}

/** A JSON Schema of the newsroom. */
export interface OwnSchema {
  /** Names of its properties, lower case. */
  readonly names: ReadonlySet<string>;
  /** It allows no fields but its own. */
  readonly closed: boolean;
  /** What the fields do not fulfil, one fault for each cause, in the order of the schema. Never throws. */
  faultsOf(fields: readonly Field[]): readonly Fault[];
}

export interface UnreadSchema {
  readonly message: Message;
  /** It stands to reason that it is not read: nobody is to blame. */
  readonly refused: boolean;
}

export interface Property {
  /** As the newsroom writes it: `translationKey`. */
  readonly key: string;
  readonly types: readonly JsonType[];
  readonly values: readonly (string | number | boolean | null)[];
  /** What each of the values means, in the same order; empty where nobody says. */
  readonly valueTexts: readonly string[];
  readonly items: Property | undefined;
  /** What is known of the fields of a map, by lower-cased name; empty for others. */
  readonly fields: ReadonlyMap<string, Property>;
  /** Of the fields of a map that `fields` does not name. */
  readonly others: Property | undefined;
  /** Documentation in English, Markdown; the edge translates it like any message. */
  readonly description: string;
  readonly format: string | undefined;
  /** What a completion writes after the key. */
  readonly initial: unknown;
  /** Good values, best first. */
  readonly examples: readonly unknown[];
}
