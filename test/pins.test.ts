import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from './support/paths';

type Versions = Readonly<Record<string, string>>;
const readJson = <T>(name: string): T => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')) as T;

test('every dependency is pinned to one version', () => {
  const manifest = readJson<{ dependencies: Versions; devDependencies: Versions }>('package.json');
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test('the lock file names the packages of every system, not only of the one it was made on', () => {
  const { packages } = readJson<{ packages: Record<string, { optionalDependencies?: Versions }> }>('package-lock.json');
  const locked = Object.keys(packages);
  for (const [name, { optionalDependencies = {} }] of Object.entries(packages))
    for (const wanted of Object.keys(optionalDependencies))
      assert.ok(
        locked.some((l) => l.endsWith(`node_modules/${wanted}`)),
        `${wanted}, which ${name} wants`,
      );
});
