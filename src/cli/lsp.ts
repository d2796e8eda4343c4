import { createRequire } from 'node:module';
import path from 'node:path';

/** Becomes the language server, over standard input and output. It is the same file that the extension starts. */
export function lsp(): Promise<number> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  createRequire(__filename)(path.join(__dirname, 'server.js'));
  return new Promise(() => {}); // until the editor says exit
}
