// The three ways to open a VS Code. Each resolves to the exit code once the window, or the server, has ended.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../build.mjs';
import { desktop, desktopArguments } from '../host/desktop.mjs';
import { run, startGroup } from '../host/processes.mjs';
import { step } from '../host/progress.mjs';
import { serverPath, startServer } from '../host/server.mjs';
import { findCode } from './choose.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const windows = process.platform === 'win32';

/** The `code` of this machine, with a profile of its own, so that closing it (or Ctrl+C) touches no other window. */
export async function openCode(folder, lifetime) {
  return openWindow(findCode().program, folder, lifetime);
}

/** The newest VS Code, as @vscode/test-electron downloads it; the server, when the download fails after all. */
export async function openDownloaded(folder, lifetime) {
  let program;
  try {
    program = await desktop('stable');
  } catch (error) {
    console.log(`${error.message}\nOpening the VS Code server instead.`);
    return openServer(folder, lifetime);
  }
  return openWindow(program, folder, lifetime);
}

async function openWindow(program, folder, lifetime) {
  await step('Building Copydesk', () => build({ dev: true }));
  const profile = mkdtempSync(path.join(tmpdir(), 'copydesk-profile-'));
  lifetime.onEnd(() => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  const args = [...desktopArguments(profile), '--new-window', '--wait', folder];
  // `code` is a .cmd on Windows, which only a shell can start, and a shell wants its words quoted.
  const quoted = (word) => (windows ? `"${word}"` : word);
  const child = startGroup(quoted(program), args.map(quoted), {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  });
  console.log('VS Code opens now; close its window or press Ctrl+C to end.');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The VS Code server from the npm registry, on 127.0.0.1 at a free port, behind a token. */
export async function openServer(folder, lifetime) {
  const vsix = path.join(root, `out/start-${process.pid}.vsix`);
  lifetime.onEnd(() => rmSync(vsix, { force: true }));
  await step('Building and packing Copydesk', () => pack(vsix));
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ vsix: [vsix], token });
  lifetime.onEnd(() => server.stop());
  const query = `tkn=${token}&folder=${encodeURIComponent(serverPath(folder))}`;
  console.log(`\nCopydesk is ready. Open this address in a browser:\n\n  http://127.0.0.1:${server.port}/?${query}\n`);
  console.log('Press Ctrl+C to end.');
  await server.exited;
  if (!lifetime.stopping()) console.error('The VS Code server ended by itself.');
  return 1;
}

/** In a process of its own, whose talk is kept unless it fails. */
async function pack(vsix) {
  const code = await run(process.execPath, ['scripts/package.mjs', vsix], { cwd: root, quiet: true });
  if (code !== 0) throw new Error('Copydesk could not be packed; what went wrong is above.');
}
