import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { startServer } from '../scripts/host/server.mjs';
import { openWorkbench } from '../scripts/host/workbench.mjs';
import { ROOT } from '../test/support/paths';
import { median, report } from './support/measure';
import { seedArticle } from './support/seed';

const WINDOWS = 5;

/** What one fresh window measured; written by bench/window/suite.ts. */
interface Measured {
  /** Milliseconds: loading the extension and its `activate()`. */
  readonly activation: number;
  /** Milliseconds from asking for the seed to its first problem, with an extension that was not active. */
  readonly firstProblem: number;
  /** Megabytes that the extension host grew by until the seed was open and at rest; the server is a process of its own. */
  readonly grown: number;
  /** Megabytes of the language server's process. */
  readonly serverMemory: number;
}

/** Fresh windows of a real VS Code, the built extension in them. */
export async function run(): Promise<void> {
  const out = mkdtempSync(path.join(tmpdir(), 'copydesk-window-bench-'));
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['bench/window/suite.ts'],
    outfile: path.join(out, 'suite.js'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
  });
  const all: Measured[] = [];
  const bare: Measured[] = [];
  try {
    const empty = emptyExtension(out);
    for (let n = 0; n < WINDOWS; n++) {
      all.push(await oneWindow(path.join(out, 'suite.js'), ROOT));
      bare.push(await oneWindow(path.join(out, 'suite.js'), empty));
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  const of = (pick: (m: Measured) => number): number => median(all.map(pick));
  const without = median(bare.map((m) => m.grown));
  const row = (m: Measured): string =>
    [m.activation, m.firstProblem, m.grown, m.serverMemory].map((x) => x.toFixed(0)).join('/');
  console.log(`  (medians of ${WINDOWS} fresh windows: ${all.map(row).join('  ')})`);
  console.log(`  (with an empty extension the host grows by ${bare.map((m) => m.grown.toFixed(0)).join(', ')} MB)`);
  report(
    'activation',
    of((m) => m.activation),
    'ms',
    45,
  );
  report(
    'opening the seed cold → its first problem',
    of((m) => m.firstProblem),
    'ms',
    800,
  );
  report('extension host memory added', of((m) => m.grown) - without, 'MB', 15);
  report(
    'memory of the language server',
    of((m) => m.serverMemory),
    'MB',
    75,
  );
}

/** An extension of the same name that does nothing: what opening an article costs anyway. */
function emptyExtension(folder: string): string {
  const manifest = {
    name: 'copydesk',
    publisher: 'copydesk',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    activationEvents: ['onLanguage:markdown'],
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'main.js'), 'exports.activate = () => {};');
  return folder;
}

async function oneWindow(suite: string, extension: string): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bench-'));
  mkdirSync(path.join(folder, 'content/news'), { recursive: true });
  writeFileSync(path.join(folder, 'content/news/seed.md'), seedArticle());
  const server = await startServer({});
  let result: Measured | undefined;
  const said: string[] = [];
  try {
    let finish: (code: unknown) => void = () => {};
    const ended = new Promise((resolve) => {
      finish = resolve;
      setTimeout(resolve, 120_000).unref();
    });
    const { browser } = await openWorkbench({
      port: server.port,
      folder,
      developmentExtensions: [extension],
      testsPath: suite,
      hooks: {
        codeAutomationLog: (_type: never, args: never) => {
          const text = String((args as readonly unknown[])[0]);
          said.push(text);
          if (text.startsWith('##measured##')) result = JSON.parse(text.slice('##measured##'.length));
        },
        codeAutomationExit: (code: never) => finish(code),
      },
    });
    await ended;
    await browser.close();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  if (!result) throw new Error(`The window measured nothing:\n${said.slice(-8).join('\n')}`);
  return result;
}
