// What `npm start` does, once Node is known to be new enough.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endDescendants, whenNpmIsGone } from '../host/processes.mjs';
import { installPackages } from '../install.mjs';
import { choose, findCode, hasDisplay, reachable } from './choose.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `npm start [-- [--browser] [PATH]]
  PATH       the folder to open; the example newsroom when there is none
  --browser  the VS Code server, shown in a browser, even when there is a display`;

/** Installs what is missing, builds, opens a VS Code, and stays until it is closed or Ctrl+C is pressed. */
export async function start(args) {
  const lifetime = untilStopped();
  try {
    const asked = readArguments(args);
    if (asked.message) {
      console.log(asked.message);
      return lifetime.end(asked.code);
    }
    await installPackages();
    const choice = await choose({
      browser: asked.browser,
      display: hasDisplay(),
      code: hasDisplay() && !asked.browser ? findCode() : undefined,
      internet: reachable,
    });
    await lifetime.end(await open(choice, asked.folder, lifetime));
  } catch (error) {
    if (lifetime.stopping()) return;
    console.error(error instanceof Error ? error.message : error);
    await lifetime.end(1);
  }
}

/** `{browser, folder}`, or what to say and the exit code. */
function readArguments(args) {
  const unknown = args.find((a) => a.startsWith('-') && !['--browser', '--help', '-h'].includes(a));
  const folders = args.filter((a) => !a.startsWith('-'));
  if (args.includes('--help') || args.includes('-h')) return { message: USAGE, code: 0 };
  if (unknown || folders.length > 1) return { message: USAGE, code: 2 };
  // npm runs its scripts in the project's folder, and says here where it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  const folder = folders.length > 0 ? path.resolve(from, folders[0]) : path.join(root, 'examples/newsroom');
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return { message: `There is no folder ${folder}.`, code: 2 };
  return { browser: args.includes('--browser'), folder };
}

async function open({ how, why }, folder, lifetime) {
  const { openCode, openDownloaded, openServer } = await import('./open.mjs');
  switch (how) {
    case 'code':
      console.log(`Opening ${folder} in the VS Code of this machine, because ${why}.`);
      return openCode(folder, lifetime);
    case 'download':
      console.log(`Opening ${folder} in a VS Code that is downloaded for this, because ${why}.`);
      return openDownloaded(folder, lifetime);
    default:
      console.log(`Opening ${folder} in the VS Code server, because ${why}.`);
      return openServer(folder, lifetime);
  }
}

/**
 * Ends the process with everything it started, on Ctrl+C, on being told to stop, or by `end(code)`. `closers` run first,
 * last added first.
 */
function untilStopped() {
  const closers = [];
  let stopping = false;
  const end = async (code) => {
    if (stopping) return;
    stopping = true;
    for (const close of closers.reverse()) await Promise.resolve(close()).catch(() => undefined);
    await endDescendants();
    process.exit(code);
  };
  whenNpmIsGone(() => end(0));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => {
      if (!stopping) console.log('\nEnding VS Code …');
      void end(0);
    });
  return { end, onEnd: (close) => closers.push(close), stopping: () => stopping };
}
