import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** The runner outside reads these two lines (scripts/host/suites.mjs). */
const BEGIN = '##tests-begin##';
const COUNTS = '##tests-counts##';

/** Runs every bundled suite beside this file; VS Code calls it as the test run. Rejects when a test failed. */
export async function run(): Promise<void> {
  console.log(BEGIN);
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, color: false, reporter: 'spec' });
  const suites = readdirSync(__dirname).filter((name) => name.endsWith('.host.js'));
  for (const name of suites.sort()) mocha.addFile(path.join(__dirname, name));
  const failed = await new Promise<number>((resolve) => {
    const counts = { passed: 0, failed: 0, skipped: [] as string[] };
    const runner = mocha.run(() => {
      console.log(COUNTS + JSON.stringify(counts));
      resolve(counts.failed);
    });
    runner.on('pass', () => counts.passed++);
    runner.on('fail', () => counts.failed++);
    runner.on('pending', (test) => counts.skipped.push(test.fullTitle()));
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}
