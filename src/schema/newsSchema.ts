import json from './news.schema.json';
import type { JsonSchema, Schema } from './schema';
import { schemaOf } from './schemaOf';

/** The built-in schema: the keys that Hugo and Mainroad know, and those of the newsroom. */
export const NEWS_SCHEMA: Schema = schemaOf(json as JsonSchema);
