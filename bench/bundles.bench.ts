import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../test/support/paths';
import { report } from './support/measure';

/** Sizes of what runs, minified. */
export function run(): void {
  const dist = path.join(ROOT, 'dist');
  const sizes = new Map(
    readdirSync(dist)
      .filter((n) => n.endsWith('.js'))
      .map((name) => [name, statSync(path.join(dist, name)).size / 1024]),
  );
  for (const [name, size] of sizes) report(name, size, 'KB');
  const together = ['client.js', 'language.js', 'server.js'].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  report('client and server together', together, 'KB', 1200);
}
