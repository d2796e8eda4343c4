// Makes copydesk-<version>.vsix (`npm run package`): minified, and holding only what runs (see .vscodeignore).
//   node scripts/package.mjs [where the package goes]
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { build } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** What the package may weigh, in bytes. */
export const LIMIT = 1.5 * 1024 * 1024;
/** Everything that can be in a package lies here, beside `dist`, which is built afresh. */
const SOURCES = [
  ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', '.vscodeignore'],
  ...['README.md', 'CHANGELOG.md', 'LICENSE', 'l10n', 'docs/rules', 'media', 'schemas', 'snippets', 'syntaxes'],
];

/**
 * Builds and packs the extension.
 * @param packagePath where the package goes; the root of the project, unless said otherwise
 * @returns `{file, bytes, files}`: `files` are the paths in it, sorted
 */
export async function makePackage(packagePath) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.resolve(packagePath ?? path.join(root, `${name}-${version}.vsix`));
  // In a folder of its own: quick, since the packer reads all of it, and apart from a dist/ that somebody is running.
  const stage = path.join(root, `out/package-${process.pid}`);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  try {
    for (const source of SOURCES)
      if (existsSync(path.join(root, source)))
        cpSync(path.join(root, source), path.join(stage, source), { recursive: true });
    await build({ outdir: path.join(stage, 'dist') });
    mkdirSync(path.dirname(file), { recursive: true });
    const files = await listFiles({ cwd: stage, packageManager: PackageManager.None });
    await createVSIX({
      cwd: stage,
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      skipLicense: true,
    });
    return { file, bytes: statSync(file).size, files: files.map((f) => f.split(path.sep).join('/')).sort() };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { file, bytes } = await makePackage(process.argv[2]);
  console.log(`${path.relative(root, file)}: ${(bytes / 1024).toFixed(0)} KB`);
  if (bytes > LIMIT) {
    console.error(`That is more than ${LIMIT / 1024} KB.`);
    process.exitCode = 1;
  }
}
