// Finds the browser that shows the workbench to the tests.
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** The path of a program on PATH, or undefined. */
export function onPath(name, env = process.env) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter((f) => f !== '');
  return folders.flatMap((f) => endings.map((e) => path.join(f, name + e))).find((f) => existsSync(f));
}

/** Chromium or Chrome: `HOST_CHROMIUM`, else what PATH or the usual places hold; undefined when there is none. */
export function findChromium(env = process.env) {
  if (env.HOST_CHROMIUM) return env.HOST_CHROMIUM;
  const found = NAMES.map((name) => onPath(name, env)).find((f) => f !== undefined);
  return found ?? (PLACES[process.platform] ?? []).find((f) => existsSync(f));
}
