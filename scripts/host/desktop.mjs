// The VS Code for the desktop: where it comes from, and what it is opened with.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { step } from './progress.mjs';
import { QUIET } from './settings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The program of a VS Code for the desktop, downloaded once into .vscode-test; throws one sentence when it cannot be. */
export async function desktop(version) {
  try {
    return await step(`Getting VS Code ${version} for the desktop`, () =>
      downloadAndUnzipVSCode({ version, cachePath: path.join(root, '.vscode-test') }),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `VS Code ${version} cannot be downloaded from update.code.visualstudio.com (${why}): ` +
        'the same suites run without it in `npm test -- host`.',
    );
  }
}

/** What every window of ours is opened with: a profile of its own, and nothing but Copydesk in it. */
export function desktopArguments(profile) {
  const user = path.join(profile, 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(QUIET, null, 2));
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  return [
    `--user-data-dir=${profile}`,
    `--extensions-dir=${path.join(profile, 'extensions')}`,
    `--extensionDevelopmentPath=${root}`,
    ...[
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-updates',
      '--disable-telemetry',
    ],
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}
