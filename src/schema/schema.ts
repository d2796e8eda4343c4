/** The part of JSON Schema that front matter schemas use. Names and meaning are those of draft 2020-12. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  /** What holds for the values of a map whose keys are free: the menus in `menu: {main: {weight: 1}}`. */
  readonly additionalProperties?: JsonSchema | boolean;
  readonly default?: unknown;
  readonly format?: string;
  readonly minLength?: number;
  readonly examples?: readonly unknown[];
}
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

/** A front matter schema, ready for use: property names are lower-cased, as Hugo reads them. */
export interface Schema {
  readonly properties: ReadonlyMap<string, Property>;
  readonly required: readonly string[];
}

export interface Property {
  /** As the newsroom writes it: `translationKey`. */
  readonly key: string;
  readonly types: readonly JsonType[];
  readonly values: readonly (string | number | boolean | null)[];
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
