import { type Message, message } from '../base/message';
import type { LEVELS, OPTION_NAMES } from './options';

/** What each option does: for completion, the settings of the editor and the schema of the project's file. */
export const OPTION_TEXTS: Readonly<Record<(typeof OPTION_NAMES)[number], Message>> = {
  rules: message('The severity of each rule, or `off`. Rules that are not listed keep their own.'),
  overrides: message(
    'Severities for some articles: `files` are globs of paths below the site, `rules` as above. Of several that match, the last that names a rule or its group counts.',
  ),
  ignore: message(
    'Globs of articles that are not checked at all, such as `content/archive/**`. One that begins with `!` takes away from those before it.',
  ),
  allowedKeys: message(
    'Names of front matter fields that are right as they are, although they look like a slip of a known one.',
  ),
  hugoVersion: message('The Hugo that builds the site, such as `0.111`. What came later is not known to it.'),
  schemas: message(
    'JSON Schemas of your own for the front matter: `files` are globs, `schema` is a path below the site or an `https:` address. The first that matches counts.',
  ),
  remoteSchemas: message('Whether schemas may be read from the network.'),
};

/** The parts of overrides and schemas. */
export const PART_TEXTS: Readonly<Record<'files' | 'schema', Message>> = {
  files: message('Globs of paths below the site: `content/en/**`, or `*.en.md` for files of that name in any folder.'),
  schema: message('A path below the site, or an `https:` address.'),
};

export const LEVEL_TEXTS: Readonly<Record<(typeof LEVELS)[number], Message>> = {
  error: message('The build fails or the article is lost.'),
  warning: message('It publishes, but not as written.'),
  information: message('Worth knowing.'),
  hint: message('A matter of taste.'),
  off: message('Not reported.'),
};
