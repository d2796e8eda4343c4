import { isUtf8 } from 'node:buffer';
import {
  accessSync,
  chmodSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../base/edit';
import { type Message, message } from '../base/message';
import type { Problem } from '../rules/rule';
import { safeEdits } from '../rules/safeEdits';
import { cannotRead, reasonOf } from './inputs';

/** A fix may bring up what another one puts right; more often than this, they contradict each other. */
const ROUNDS = 10;

/** The problems of a text; undefined when it is no article. */
export type ProblemsIn = (text: string) => Promise<readonly Problem[] | undefined>;

/** The text with every safe fix applied, again and again until there is none left. */
export async function fixedText(text: string, problemsIn: ProblemsIn): Promise<string> {
  let fixed = text;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeEdits((await problemsIn(fixed)) ?? []);
    if (edits.length === 0) break;
    const next = applyEdits(fixed, edits);
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}

/** The text of a file before and after; or why it cannot be read, or stays as it is. */
export type Fixing =
  | { readonly text: string; readonly fixed: string }
  | { readonly unread: Message }
  | { readonly kept: Message };

/**
 * Fixes a file.
 * @param write put the result in its place, whole or not at all; a file that is no UTF-8, or that changes meanwhile, is left alone
 */
export async function fixFile(file: string, problemsIn: ProblemsIn, write: boolean): Promise<Fixing> {
  let bytes: Buffer;
  let seen: Stamp;
  try {
    seen = stampOf(file);
    bytes = readFileSync(file);
  } catch (error) {
    return { unread: cannotRead(file, error) };
  }
  const text = bytes.toString('utf8');
  const fixed = await fixedText(text, problemsIn);
  if (fixed === text) return { text, fixed };
  if (!isUtf8(bytes))
    return { kept: message('{0} is not valid UTF-8 and was not changed. Save it as UTF-8 first.', file) };
  if (!write) return { text, fixed };
  const why = replace(file, fixed, seen);
  return why ? { kept: why } : { text, fixed };
}

interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
}

function stampOf(file: string): Stamp {
  const { size, mtimeMs } = statSync(file);
  return { size, mtimeMs };
}

/** Why the file could not be replaced, or undefined. What a link leads to is replaced, not the link. */
function replace(file: string, text: string, seen: Stamp): Message | undefined {
  let half: string | undefined;
  try {
    const real = realpathSync(file);
    accessSync(real, constants.W_OK);
    half = path.join(path.dirname(real), `.${path.basename(real)}.${process.pid}.part`);
    writeFileSync(half, text, { flag: 'wx' });
    chmodSync(half, statSync(real).mode);
    const now = stampOf(real);
    if (now.size !== seen.size || now.mtimeMs !== seen.mtimeMs) {
      rmSync(half);
      return message('{0} changed meanwhile and was left alone.', file);
    }
    renameSync(half, real);
    return undefined;
  } catch (error) {
    if (half !== undefined) rmSync(half, { force: true });
    return message('{0} cannot be written: {1}.', file, reasonOf(error));
  }
}
