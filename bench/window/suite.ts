import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';

/** Runs inside a fresh window, where nothing has asked for Copydesk yet. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('copydesk.copydesk');
  if (!extension || extension.isActive) throw new Error('Copydesk should be there and not be active yet.');
  await new Promise((rest) => setTimeout(rest, 3000)); // the window settles
  const memory = (): number => {
    global.gc?.();
    return process.memoryUsage().rss / 1024 / 1024;
  };
  const before = memory();
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'content/news/seed.md');
  const began = performance.now();
  const first = new Promise<number>((resolve) => {
    const watch = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((u) => u.path === uri.path) || vscode.languages.getDiagnostics(uri).length === 0) return;
      watch.dispose();
      resolve(performance.now() - began);
    });
  });
  const loading = performance.now();
  await extension.activate();
  const activation = performance.now() - loading;
  await vscode.window.showTextDocument(uri);
  const patience = extension.packageJSON.version === '0.0.1' ? 2000 : 30_000; // the empty extension finds none
  const firstProblem = await Promise.race([
    first,
    new Promise<number>((resolve) => setTimeout(() => resolve(0), patience)),
  ]);
  await new Promise((rest) => setTimeout(rest, 2000));
  console.log(
    `##measured##${JSON.stringify({ activation, firstProblem, grown: memory() - before, serverMemory: serverMemory() })}`,
  );
}

/** Resident megabytes of the child process that runs dist/server.js. */
function serverMemory(): number {
  const rows = execFileSync('ps', ['-o', 'rss=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split(
    '\n',
  );
  const row = rows.find((text) => /dist[\\/]server\.js/.test(text));
  return row ? Number(row.trim().split(/\s+/)[0]) / 1024 : Number.NaN;
}
