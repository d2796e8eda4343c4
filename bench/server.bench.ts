import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../test/support/paths';
import { RunningServer } from '../test/support/server';
import { quantile, report } from './support/measure';
import { articleNumber, seedArticle } from './support/seed';

const ARTICLES = 1000;
/** As src/client/language.ts starts it. */
const FLAGS = ['--max-semi-space-size=2'];

/** The language server over stdio, with a newsroom of 1,000 articles: first problems, problems after a keystroke, completion, memory. */
export async function run(): Promise<void> {
  const folder = newsroom();
  try {
    const began = performance.now();
    const server = await RunningServer.start({ file: path.join(ROOT, 'dist/server.js'), folder, flags: FLAGS });
    report('start of the process → initialized', performance.now() - began, 'ms');
    const seed = await openSeed(server);
    report('start of the process → first problems of the seed', performance.now() - began, 'ms');
    if (process.platform === 'linux') {
      await new Promise((rest) => setTimeout(rest, 2000));
      report(
        `memory of the server, ${ARTICLES} articles read and the seed open`,
        residentMemory(server.child.pid),
        'MB',
        75,
      );
    }
    await typing(server, seed);
    await completing(server, seed);
    if (process.platform === 'linux')
      report('the same after 300 keystrokes and 200 completions', residentMemory(server.child.pid), 'MB');
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function newsroom(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bench-'));
  writeFileSync(path.join(folder, 'hugo.toml'), 'title = "Bench"\ntheme = "mainroad"\n');
  for (let n = 0; n < ARTICLES; n++) {
    const section = path.join(folder, `content/news/s${n % 20}`);
    mkdirSync(section, { recursive: true });
    writeFileSync(path.join(section, `${n}.md`), articleNumber(n));
  }
  return folder;
}

interface Seed {
  readonly uri: string;
  readonly text: string;
}

async function openSeed(server: RunningServer): Promise<Seed> {
  const text = seedArticle();
  const uri = await server.open('content/news/s1/seed.md', text);
  await server.problems(uri);
  return { uri, text };
}

/** One character after the other into the body; each waits for its problems. */
async function typing(server: RunningServer, seed: Seed): Promise<void> {
  const times: number[] = [];
  const line =
    seed.text
      .slice(0, seed.text.indexOf('AI的新进展') < 0 ? seed.text.length : seed.text.indexOf('AI的新进展'))
      .split('\n').length - 1;
  for (let n = 0; n < 300; n++) {
    const version = n + 2;
    const at = { line, character: n };
    const began = performance.now();
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: seed.uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: '字' }],
    });
    await server.problems(seed.uri, version);
    times.push(performance.now() - began);
  }
  report('keystroke → problems over stdio, p50 (all 300)', quantile(times, 0.5), 'ms');
  report('the same, p95', quantile(times, 0.95), 'ms', 40);
}

async function completing(server: RunningServer, seed: Seed): Promise<void> {
  const line = seed.text.split('\n').findIndex((text) => text.startsWith('tags:')) + 1;
  const character = seed.text.split('\n')[line]!.indexOf('"') + 1;
  const times: number[] = [];
  let items = 0;
  for (let n = 0; n < 200; n++) {
    const began = performance.now();
    const list: { items: unknown[] } | null = await server.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: seed.uri },
      position: { line, character },
    });
    times.push(performance.now() - began);
    items = list?.items.length ?? 0;
  }
  report(`tag completion with ${ARTICLES} articles (${items} items), p50`, quantile(times, 0.5), 'ms');
  report('the same, p95', quantile(times, 0.95), 'ms', 10);
}

/** Megabytes of a process, as Linux counts them. */
function residentMemory(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}
