import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonReport } from '../../src/cli/report/json';
import { ROOT } from './paths';

/** What is said of nearly every short article, and of one beside its like. */
const CALM = ['missing-summary=off', 'date-without-offset=off', 'duplicate-title=off'].flatMap((choice) => [
  '--rule',
  choice,
]);

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The `copydesk` command as it is built, in a folder of its own. */
export class CommandLine {
  readonly folder: string;
  readonly cli: string;

  /** @param name of the folder, which may be as odd as one likes */
  constructor(name = 'copydesk-cli-') {
    this.folder = mkdtempSync(path.join(tmpdir(), name));
    this.cli = path.join(this.folder, '.bin/cli.js');
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/build.mjs'), '--outdir', path.dirname(this.cli)]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }

  put(name: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  run(args: readonly string[], { cwd = '', input = '', env = {} as NodeJS.ProcessEnv } = {}): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.cli, ...args], {
      cwd: this.at(cwd),
      input,
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 2 ** 28,
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', CI: '', ...env },
    });
    assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace');
    return { code: status, out: stdout, err: stderr };
  }

  check(...args: string[]): Ran {
    return this.run(['check', ...CALM, ...args]);
  }

  json(...args: string[]): JsonReport {
    const { out, err } = this.check('--format', 'json', ...args);
    assert.notEqual(out, '', err);
    return JSON.parse(out) as JsonReport;
  }
}
