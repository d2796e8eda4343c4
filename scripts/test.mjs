// Everything that is checked: `npm test`, or some of it: `npm test -- unit`, `npm test -- unit goldmark`.
// Only what Node brings is imported here: on a fresh machine the packages come first.
import { installPackages, installPrograms, requireNode } from './install.mjs';

requireNode();
try {
  await installPackages();
  await installPrograms();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const { testParts } = await import('./test/parts.mjs');
process.exit(await testParts(process.argv.slice(2)));
