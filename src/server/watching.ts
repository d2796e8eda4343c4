import type { FileSystemWatcher } from 'vscode-languageserver';

/** What the server wants to hear of: articles, the site's configuration, and the templates that widgets, the lines under headlines and shortcodes are made of. */
export function watched(): FileSystemWatcher[] {
  return [
    '**/*.{md,markdown,mdown}',
    '**/{hugo,config}.{toml,yaml,yml,json}',
    '**/config/**/*.{toml,yaml,yml,json}',
    '**/layouts/{partials/widgets,partials/post_meta,shortcodes}/**',
  ].map((globPattern) => ({ globPattern }));
}

/** True when a change of this file changes the site, not only one article. */
export function isOfSite(path: string): boolean {
  return /(^|\/)(hugo|config)\.(toml|ya?ml|json)$|(^|\/)config\/.*\.(toml|ya?ml|json)$|(^|\/)layouts\/|(^|\/)_index\.[^/]*md$/.test(
    path,
  );
}
