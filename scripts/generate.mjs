// Writes what follows from the rules and the translations, so that nothing is said twice by hand:
//   docs/rules/README.md, docs/settings.md, schemas/copydesk.schema.json, the settings in package.json and their texts in package.nls*.json.
//   node scripts/generate.mjs [--check]   --check writes nothing, and fails when a file is not as it would be written
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { ruleTable, settingsPage } from './generate/documents.mjs';
import { projectSchema } from './generate/projectSchema.mjs';
import { configurationOf, settingTexts } from './generate/settings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const LOCALE = 'zh-cn';

/** What the source says: `{id, group, severity, summary, page}` of every rule, and the English of options, groups and severities by name. */
export async function readSource() {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    stdin: {
      contents: `export { all } from './src/rules/all';
        export { pageOf } from './src/rules/run';
        export { GROUP_TEXTS } from './src/rules/groups';
        export { LEVEL_TEXTS, OPTION_TEXTS, PART_TEXTS } from './src/project/optionTexts';`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/');" },
    logLevel: 'error',
  });
  const code = outputFiles[0].text;
  const read = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const english = (texts) => Object.fromEntries(Object.entries(texts).map(([name, { template }]) => [name, template]));
  const rules = read.all.map(({ id, group, severity, off, summary }) => ({
    id,
    group,
    severity,
    off: off ?? false,
    summary: summary.template,
    page: read.pageOf(id),
  }));
  return {
    rules,
    options: english(read.OPTION_TEXTS),
    parts: english(read.PART_TEXTS),
    groups: english(read.GROUP_TEXTS),
    levels: english(read.LEVEL_TEXTS),
  };
}

/** The text of every generated file, by its path. */
export async function generate() {
  const source = await readSource();
  const bundle = readJson(`l10n/bundle.l10n.${LOCALE}.json`);
  const configuration = configurationOf(source);
  const manifest = readJson('package.json');
  manifest.contributes = { ...manifest.contributes, configuration };
  return new Map([
    ['docs/rules/README.md', ruleTable(source)],
    ['docs/settings.md', settingsPage(configuration, source)],
    ['schemas/copydesk.schema.json', toJson(projectSchema(source))],
    ['package.json', toJson(manifest)],
    ['package.nls.json', withTexts('package.nls.json', settingTexts(source))],
    [`package.nls.${LOCALE}.json`, withTexts(`package.nls.${LOCALE}.json`, settingTexts(source, bundle))],
  ]);
}

/** Keys that do not begin with `settings.` are written by hand and stay. */
function withTexts(file, texts) {
  const others = Object.entries(existsSync(path.join(root, file)) ? readJson(file) : {});
  return toJson({ ...Object.fromEntries(others.filter(([key]) => !key.startsWith('settings.'))), ...texts });
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function toJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function main(check) {
  const changed = [];
  for (const [file, text] of await generate()) {
    const target = path.join(root, file);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    changed.push(file);
    if (check) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  if (!check) console.log(changed.length === 0 ? 'Nothing to write.' : `Wrote ${changed.join(', ')}.`);
  else if (changed.length > 0) {
    console.error(`Not as generated: ${changed.join(', ')}. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  } else console.log('Generated files are up to date.');
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.includes('--check'));
