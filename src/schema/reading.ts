/** What reading a schema needs, loaded when one is asked for: a bundle of its own. */
export { ownSchemaOf } from './ownSchema';
export { readSchema } from './readSchema';
