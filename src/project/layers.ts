import type { Options } from './options';
import type { Project } from './project';

/**
 * What a project is with these options on top of it. Rule by rule, what is on top counts; globs, keys and schemas are added, and of the schemas those
 * on top are asked first.
 */
export function layered(under: Project, over: Options): Project {
  const bare = under.severities.size === 0 && under.overrides.length === 0;
  // A group on top counts before a rule below, so that the lower choices stay a layer of their own.
  const everywhere = over.severities.size > 0 && !bare ? [{ files: ['**'], severities: over.severities }] : [];
  return {
    ...under,
    severities: bare ? over.severities : under.severities,
    overrides: [...under.overrides, ...everywhere, ...over.overrides],
    ignore: [...under.ignore, ...over.ignore],
    allowedKeys: new Set([...under.allowedKeys, ...over.allowedKeys]),
    hugoVersion: over.hugoVersion ?? under.hugoVersion,
    schemas: [...over.schemas, ...under.schemas],
    remoteSchemas: over.remoteSchemas ?? under.remoteSchemas,
  };
}
