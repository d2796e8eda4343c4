import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Becomes the language server, over standard input and output. It is the same file that the extension starts. */
export async function lsp(): Promise<number> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  await import(pathToFileURL(path.join(__dirname, 'server.js')).href);
  return new Promise(() => {}); // until the editor says exit
}
