import type { FileSystemWatcher } from 'vscode-languageserver';
import { PROJECT_FILES } from '../project/readProject';
import { WORDS_FILE } from '../project/readWords';

/** What the server wants to hear of: articles, the configuration of site and project, and the templates that widgets, the lines under headlines and shortcodes are made of. */
export function watched(): FileSystemWatcher[] {
  return [
    '**/*.{md,markdown,mdown}',
    '**/{hugo,config}.{toml,yaml,yml,json}',
    '**/config/**/*.{toml,yaml,yml,json}',
    `**/{${PROJECT_FILES.join()},${WORDS_FILE}}`,
    '**/*.json',
    '**/layouts/{partials/widgets,partials/post_meta,shortcodes}/**',
  ].map((globPattern) => ({ globPattern }));
}

/** True when a change of this file changes the site, not only one article. */
export function isOfSite(path: string): boolean {
  return /(^|\/)(hugo|config)\.(toml|ya?ml|json)$|(^|\/)config\/.*\.(toml|ya?ml|json)$|(^|\/)layouts\/|(^|\/)_index\.[^/]*md$/.test(
    path,
  );
}

/** True when the project's choices stand in this file, a path below the root. */
export function isOfProject(path: string): boolean {
  return path === WORDS_FILE || PROJECT_FILES.some((name) => name === path);
}
