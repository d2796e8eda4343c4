import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The `skip` option of a test that needs the real Hugo, of the version that Copydesk agrees with. */
export const skipWithoutHugo: false | string = (() => {
  const run = spawnSync('hugo', ['version'], { encoding: 'utf8', timeout: 20_000 });
  if (run.status !== 0) return 'hugo is not on this machine';
  return /v0\.111\./.test(run.stdout) ? false : `this is another hugo than 0.111: ${run.stdout.trim()}`;
})();

/** What a build wrote and said. */
export interface Build {
  readonly status: number | null;
  readonly log: string;
  /** A published file, or undefined. */
  published(name: string): string | undefined;
}

/** Builds a site of files given as text with the real Hugo, in a folder that is gone afterwards. The result is read before. */
export function withBuild<T>(
  files: Readonly<Record<string, string>>,
  flags: readonly string[],
  look: (build: Build) => T,
): T {
  const root = mkdtempSync(path.join(os.tmpdir(), 'copydesk-hugo-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    const run = spawnSync('hugo', ['-s', root, '-d', path.join(root, 'public'), ...flags], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    return look({
      status: run.status,
      log: run.stdout + run.stderr,
      published: (name) => readOr(path.join(root, 'public', name)),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A page of the site as the real Hugo knows it. */
export interface RealPage {
  /** Below the root of the site. */
  readonly path: string;
  readonly language: string;
  readonly base: string;
  readonly url: string;
  readonly date: number;
  readonly zero: boolean;
  readonly draft: boolean;
  readonly prev: string;
  readonly next: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const HOME = `[{{ range $i, $p := site.AllPages }}{{ with .File }}{{ if $i }},{{ end }}
{{ dict "path" .Filename "language" $p.Lang "base" .TranslationBaseName "url" $p.RelPermalink
  "date" $p.Date.Unix "zero" $p.Date.IsZero "draft" $p.Draft "params" $p.Params
  "prev" (cond (eq $p.PrevInSection nil) "" ($p.PrevInSection | default dict).RelPermalink)
  "next" (cond (eq $p.NextInSection nil) "" ($p.NextInSection | default dict).RelPermalink) | jsonify (dict "noHTMLEscape" true) | safeHTML }}{{ end }}{{ end }}]`;

const HOMES = ['en/', 'zh-cn/'];

/** Every page with a file that Hugo publishes; drafts and articles of the future too unless the flags say otherwise. */
export function realPages(files: Readonly<Record<string, string>>, flags: readonly string[] = ['-DFE']): RealPage[] {
  const all = {
    'layouts/_default/single.html': 'x',
    'layouts/_default/list.html': 'x',
    'layouts/index.html': HOME,
    ...files,
  };
  return withBuild(all, flags, ({ status, log, published }) => {
    // With the default language in a folder of its own the first page only leads there.
    const text = ['', ...HOMES].map((folder) => published(`${folder}index.html`)).find((page) => page?.startsWith('['));
    if (status !== 0 || text === undefined) throw new Error(`hugo failed: ${log}`);
    const pages = JSON.parse(text.replace(/^\[\s*,/, '[')) as RealPage[];
    return pages.map((page) => ({
      ...page,
      path: page.path.replace(/^.*?copydesk-hugo-[^/\\]+./, '').replaceAll('\\', '/'),
    }));
  });
}

/** No pages but those with files. */
export const ONLY_PAGES = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n';
