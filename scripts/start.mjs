// Opens a VS Code with Copydesk in it: `npm start`, `npm start -- PATH`, `npm start -- --browser`.
// Only what Node brings is imported here: on a fresh machine the packages come first.
import { requireNode } from './install.mjs';

requireNode();
const { start } = await import('./start/main.mjs');
await start(process.argv.slice(2));
