// Starts a prepared VS Code server on 127.0.0.1.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareHost } from './prepare.mjs';
import { endFamily, killFamily, startGroup } from './processes.mjs';
import { QUIET } from './settings.mjs';

const guard = path.join(path.dirname(fileURLToPath(import.meta.url)), 'stand-ins/guard.cjs');
/** How long the server may take to listen, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Starts a server with a data folder of its own, which `stop()` removes.
 * @param options see server.d.mts
 */
export async function startServer(options = {}) {
  const host = await prepareHost(options.version);
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-host-'));
  const clean = () => {
    process.off('exit', clean);
    rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  process.once('exit', clean);
  try {
    writeSettings(dir, options);
    for (const vsix of options.vsix ?? []) await installExtension(host, dir, vsix);
    const child = launch(host, dir, options);
    const last = () => killFamily(child);
    process.prependOnceListener('exit', last);
    const stop = async () => {
      await endFamily(child);
      process.off('exit', last);
      clean();
    };
    try {
      const port = await listening(child, options.log);
      return { port, dir, pid: child.pid, vscode: host.vscode, token: options.token, stop, exited: child.ended };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    clean();
    throw error;
  }
}

function writeSettings(dir, { settings = {}, trust = 'off' }) {
  const user = path.join(dir, 'data/User');
  mkdirSync(user, { recursive: true });
  const own = { ...QUIET, 'security.workspace.trust.enabled': trust !== 'off', ...settings };
  if (trust === 'restricted') own['security.workspace.trust.startupPrompt'] = 'never';
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(own, null, 2));
}

const common = (host, dir) => [host.server, '--accept-server-license-terms', '--server-data-dir', dir];

/** The extensions gallery is switched off: nothing is asked of the network. */
const environment = (extra) => ({ ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...extra });

async function installExtension(host, dir, vsix) {
  const args = [...common(host, dir), '--install-extension', path.resolve(vsix), '--force'];
  const child = startGroup(host.node, args, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const { code, output } = await watch(child);
  if (code !== 0) throw new Error(`VS Code did not take ${vsix}:\n${output}`);
}

function watch(child) {
  let output = '';
  child.stdout.on('data', (bytes) => (output += bytes));
  child.stderr.on('data', (bytes) => (output += bytes));
  const last = () => killFamily(child);
  process.once('exit', last);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', last);
      resolve({ code, output });
    });
  });
}

function launch(host, dir, { token, trust = 'off', port = 0, env = {} }) {
  const args = [
    ...['--require', guard],
    ...common(host, dir),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...(trust === 'off' ? ['--disable-workspace-trust'] : []),
    ...['--disable-telemetry', '--telemetry-level', 'off', '--disable-getting-started-override'],
    '--force-disable-user-env',
  ];
  const child = startGroup(host.node, args, { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  child.ended = new Promise((resolve) => child.once('exit', resolve));
  return child;
}

/** Resolves to the port once the server says that it listens. */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`The VS Code server does not start:\n${output}`)), PATIENCE);
    const read = (bytes) => {
      output = (output + bytes).slice(-20_000);
      log?.(String(bytes));
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ended with ${code}:\n${output}`));
    });
  });
}

/** A path as it stands in the URIs of the server: `/c:/news` on Windows. */
export function serverPath(file) {
  const absolute = path.resolve(file).replaceAll('\\', '/');
  return absolute.startsWith('/') ? absolute : `/${absolute}`;
}
