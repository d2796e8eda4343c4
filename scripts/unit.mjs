// Runs the unit tests: test/**/*.test.ts, without what needs a VS Code.
//   node scripts/unit.mjs [part of a file name …]
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from './test/nodeTests.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Test files below `test/` (paths from there) whose names contain one of the filters. */
export function unitTests(filters = []) {
  const all = readdirSync(path.join(root, 'test'), { recursive: true })
    .map((name) => String(name).split(path.sep).join('/'))
    .filter((name) => name.endsWith('.test.ts') && !/^(host|e2e)\//.test(name))
    .sort();
  return filters.length === 0 ? all : all.filter((name) => filters.some((f) => name.includes(f)));
}

/** Runs them. Resolves to `{passed, failed, skipped: ['name: reason', …]}`. */
export async function runUnit(filters = []) {
  const names = unitTests(filters);
  if (names.length > 0) return runTests(names);
  console.error(`No test file matches ${filters.join(', ')}.`);
  return { passed: 0, failed: 1, skipped: [] };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = (await runUnit(process.argv.slice(2))).failed === 0 ? 0 : 1;
