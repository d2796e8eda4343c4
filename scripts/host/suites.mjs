// Runs the suites of test/host inside a VS Code and counts what they say.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import * as esbuild from 'esbuild';
import { startServer } from './server.mjs';
import { openWorkbench } from './workbench.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** test/host/index.ts prints these two; what the workbench logs before the first is of no interest. */
const BEGIN = '##tests-begin##';
const COUNTS = '##tests-counts##';
const NOISE = /^(Ignoring fetching additional builtin|Updating additional builtin|\[AccountPolicyGate\]|Settings Sync)/;
/** A whole run, in milliseconds. */
const PATIENCE = 300_000;

/** Bundles the suites whose names contain one of the filters. Returns the folder; its index.js is the entry. */
export async function bundleSuites(filters = []) {
  const names = readdirSync(path.join(root, 'test/host')).filter((n) => n.endsWith('.host.ts'));
  const chosen = filters.length === 0 ? names : names.filter((n) => filters.some((f) => n.includes(f)));
  if (chosen.length === 0) throw new Error(`No suite in test/host matches ${filters.join(', ')}.`);
  const outdir = path.join(root, `out/host-${process.pid}`);
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...chosen].map((n) => `test/host/${n}`),
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outdir;
}

/** A fresh copy of the example newsroom in the temporary folder. */
export function copyNewsroom() {
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-newsroom-'));
  const newsroom = path.join(root, 'examples/newsroom');
  if (existsSync(newsroom))
    cpSync(newsroom, dir, { recursive: true, filter: (f) => !/[\\/](public|resources)$/.test(f) });
  return dir;
}

/** Reads the log of a test run line by line; `counts` is what the entry said last. */
export function readerOfSuites(verbose = false) {
  const early = [];
  let begun = false;
  const reader = { counts: undefined, early, begun: () => begun, line };
  function line(text, error = false) {
    if (text.startsWith(BEGIN)) begun = true;
    else if (text.startsWith(COUNTS)) reader.counts = JSON.parse(text.slice(COUNTS.length));
    else if (NOISE.test(text)) return;
    else if (begun || verbose) (error ? process.stderr : process.stdout).write(`${text}\n`);
    else early.push(text);
  }
  return reader;
}

/** Runs bundled suites in the VS Code server of a version. Resolves to `{passed, failed, skipped: [reason…]}`. */
export async function runInServer({ version, suites, extension = root, vsix = [], verbose = false }) {
  const folder = copyNewsroom();
  const reader = readerOfSuites(verbose);
  const server = await startServer({ version, vsix });
  let browser;
  try {
    let finish;
    const ended = new Promise((resolve) => (finish = resolve));
    const timer = setTimeout(() => finish(`no end after ${PATIENCE / 1000} s`), PATIENCE);
    const opened = await openWorkbench({
      port: server.port,
      folder,
      developmentExtensions: [extension],
      testsPath: path.join(suites, 'index.js'),
      hooks: {
        codeAutomationLog: (type, args) => {
          for (const text of plain(args).split('\n')) reader.line(text, type === 'error');
        },
        codeAutomationExit: (code) => finish(code),
      },
    });
    browser = opened.browser;
    opened.page.on('crash', () => finish('the page crashed'));
    if (verbose) opened.page.on('console', (m) => console.error(`  [page ${m.type()}] ${m.text().slice(0, 300)}`));
    const end = await ended;
    clearTimeout(timer);
    return verdict(reader, end);
  } finally {
    await browser?.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const plain = (args) => format(...args).replace(/\x1b\[[0-9;]*m/g, '');

/** What a run amounts to: its counts, with one failure more when it did not end as it should. */
export function verdict(reader, end) {
  const counts = reader.counts ?? { passed: 0, failed: 0, skipped: [] };
  if (!reader.begun()) console.error(`The tests never started; the log of VS Code:\n${reader.early.join('\n')}`);
  const broken = !reader.counts || (end !== 0 && counts.failed === 0);
  if (broken) console.error(`The run inside VS Code ended with: ${end}`);
  return broken ? { ...counts, failed: counts.failed + 1 } : counts;
}
