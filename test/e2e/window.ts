import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Route } from 'playwright-core';
import { type ServerOptions, startServer } from '../../scripts/host/server.mjs';
import { openWorkbench } from '../../scripts/host/workbench.mjs';
import { ROOT } from '../support/paths';
import { picture, Workbench } from './workbench';

export interface WindowOptions {
  /** `newest` unless said otherwise. */
  readonly version?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly trust?: ServerOptions['trust'];
  /** The display language as Copydesk sees it, such as `zh-cn`. */
  readonly locale?: string;
  /** Files written into the newsroom before the window opens: path → text or bytes. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Where the articles come from; `examples/newsroom` unless said otherwise; `null` is an empty folder. */
  readonly from?: string | null;
  /** Answers requests of the page to other machines; without it they are refused. */
  readonly outside?: (route: Route) => Promise<void>;
  /** Installs no Copydesk at all, for comparing. */
  readonly bare?: boolean;
}

/** Opens a VS Code with the packaged Copydesk on a copy of the newsroom, runs the test in it, and ends everything. */
export async function withWindow(
  name: string,
  options: WindowOptions,
  test: (w: Workbench) => Promise<void>,
): Promise<void> {
  const folder = copyOf(options);
  const { version, settings, trust } = options;
  const vsix = options.bare ? [] : [packagedExtension()];
  const quick = { 'editor.hover.delay': 100, 'workbench.editor.enablePreview': false };
  const server = await startServer({ version, trust, vsix, settings: { ...quick, ...settings } });
  try {
    const { port } = server;
    const { browser, page } = await openWorkbench({ port, folder, locale: options.locale, outside: options.outside });
    try {
      const workbench = new Workbench(page, folder);
      await workbench.ready();
      await test(workbench);
    } catch (error) {
      await picture(page, `failed-${name}`).catch(() => undefined);
      throw error;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function packagedExtension(): string {
  const vsix = process.env['COPYDESK_VSIX'];
  if (!vsix) throw new Error('COPYDESK_VSIX names no package: run these tests with `npm test -- e2e`.');
  return vsix;
}

function copyOf({ from, files = {} }: WindowOptions): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-window-'));
  const source = from === undefined ? path.join(ROOT, 'examples/newsroom') : from;
  if (source !== null && existsSync(source)) cpSync(source, folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
