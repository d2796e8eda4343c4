import { articleOf } from '../../src/article/articleOf';
import { ownSchemaOf } from '../../src/schema/ownSchema';
import { type Draft, type ReadText, readSchema } from '../../src/schema/readSchema';
import type { Schema } from '../../src/schema/schema';

/** Files by path; what is not there is missing. */
export function readerOf(files: Readonly<Record<string, string>>): ReadText {
  return async (address) => (Object.hasOwn(files, address) ? files[address] : undefined);
}

const DRAFTS: Readonly<Record<Draft, string>> = {
  '7': 'http://json-schema.org/draft-07/schema#',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/** A schema ready for use. @param draft written into it, unless it says one itself */
export async function schemaFrom(json: unknown, draft: Draft = '2020-12'): Promise<Schema> {
  const whole = typeof json === 'object' && json !== null ? { $schema: DRAFTS[draft], ...json } : json;
  const { schema, problems } = await readSchema('a.json', readerOf({ 'a.json': JSON.stringify(whole) }));
  if (!schema) throw new Error(problems.map(({ message }) => message.template).join());
  return ownSchemaOf(schema);
}

/** What of a front matter the schema does not allow: `keyword /path`, with the name of what is missing. */
export function faultsOf(schema: Schema, yaml: string): string[] {
  const { fields } = articleOf(`---\n${yaml}\n---\n`).frontMatter;
  return (schema.own?.faultsOf(fields) ?? []).map(
    ({ keyword, path, missing }) => `${keyword} /${path.join('/')}${missing === undefined ? '' : ` ${missing}`}`,
  );
}
