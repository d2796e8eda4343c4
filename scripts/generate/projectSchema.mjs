// The JSON Schema of copydesk.json and copydesk.yaml, for editors that complete and check by one. What counts is src/project/options.ts.
import { VERSION } from './settings.mjs';

/** schemas/copydesk.schema.json */
export function projectSchema({ rules, options, parts, groups, levels }) {
  const level = { $ref: '#/definitions/severity' };
  const globs = { type: 'array', items: { type: 'string', minLength: 1 }, description: parts.files };
  const named = [
    ...Object.entries(groups).map(([name, description]) => [name, { ...level, description }]),
    ...rules.map(({ id, summary, page }) => [id, { ...level, description: `${summary}. ${page}` }]),
  ];
  const texts = (description) => ({ type: 'array', items: { type: 'string' }, description });
  const listOf = (description, properties) => ({
    type: 'array',
    description,
    items: { type: 'object', required: Object.keys(properties), properties, additionalProperties: false },
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Copydesk',
    description: 'What everyone who edits or checks the articles of a site shares.',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: { $ref: '#/definitions/rules', description: options.rules },
      overrides: listOf(options.overrides, { files: globs, rules: { $ref: '#/definitions/rules' } }),
      ignore: { ...globs, description: options.ignore },
      allowedKeys: texts(options.allowedKeys),
      hugoVersion: { type: ['string', 'number'], pattern: VERSION, description: options.hugoVersion },
      schemas: listOf(options.schemas, { files: globs, schema: { type: 'string', description: parts.schema } }),
      remoteSchemas: { type: 'boolean', description: options.remoteSchemas },
    },
    additionalProperties: false,
    definitions: {
      severity: {
        oneOf: Object.entries(levels).map(([name, description]) => ({ const: name, description })),
      },
      rules: { type: 'object', properties: Object.fromEntries(named), additionalProperties: false },
    },
  };
}
