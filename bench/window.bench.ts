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
  /** Megabytes that the extension host grew by, Copydesk's server not counted. */
  readonly hostMemory: number;
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
  try {
    for (let n = 0; n < WINDOWS; n++) all.push(await oneWindow(path.join(out, 'suite.js')));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  const of = (pick: (m: Measured) => number): number => median(all.map(pick));
  console.log(
    `  (medians of ${WINDOWS} fresh windows: ${all.map((m) => `${m.activation.toFixed(0)}/${m.firstProblem.toFixed(0)}/${m.hostMemory.toFixed(1)}/${m.serverMemory.toFixed(0)}`).join('  ')})`,
  );
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
  report(
    'extension host memory added',
    of((m) => m.hostMemory),
    'MB',
    15,
  );
  report(
    'memory of the language server',
    of((m) => m.serverMemory),
    'MB',
    75,
  );
}

async function oneWindow(suite: string): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bench-'));
  mkdirSync(path.join(folder, 'content/news'), { recursive: true });
  writeFileSync(path.join(folder, 'content/news/seed.md'), seedArticle());
  const server = await startServer({});
  let result: Measured | undefined;
  try {
    let finish: (code: unknown) => void = () => {};
    const ended = new Promise((resolve) => {
      finish = resolve;
      setTimeout(resolve, 120_000).unref();
    });
    const { browser } = await openWorkbench({
      port: server.port,
      folder,
      developmentExtensions: [ROOT],
      testsPath: suite,
      hooks: {
        codeAutomationLog: (_type: never, args: never) => {
          const text = String((args as readonly unknown[])[0]);
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
  if (!result) throw new Error('The window measured nothing.');
  return result;
}
