import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRecord } from '../base/records';
import { hashOf } from './fingerprint';
import type { Packed } from './report/checked';
import type { Stamp } from './stamp';
import type { Answers, Holding } from './watch';

/** What was found in an article, and what it rests on beside the file itself. */
export interface Kept extends Holding {
  /** Null: it is no article. */
  readonly packed: Packed | null;
  /** Whether it was named itself, which makes an article of any file. */
  readonly named: boolean;
  readonly answers: Answers;
}

/** What is known of a file. */
export interface KnownFile {
  readonly stamp: Stamp;
  /** What stands for its brief; undefined when nobody asked yet. */
  readonly brief?: string;
  readonly kept?: Kept;
}

/** What is known of the files of a site, by their paths below its root. */
export interface KnownSite {
  /** What stands for everything around the articles: site, project, schemas, words, severities. */
  readonly around: string;
  readonly files: Map<string, KnownFile>;
}

/** Sites by the full paths of their roots. */
export type Known = Map<string, KnownSite>;

const FORMAT = 1;

/** Reads the cache; what was cut off, changed by hand or written by another version counts as nothing known. */
export function readCache(file: string): Known {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return new Map();
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== headOf(body)) return new Map();
  const known: Known = new Map();
  const sites: unknown = JSON.parse(body);
  if (!isRecord(sites)) return known;
  // The hash says that this program wrote it.
  for (const [root, { around, files }] of Object.entries(sites as Record<string, Written>))
    known.set(root, { around, files: new Map(files) });
  return known;
}

interface Written {
  readonly around: string;
  readonly files: readonly (readonly [path: string, KnownFile])[];
}

/** Puts the cache in its place, whole or not at all. Throws when it cannot be written. */
export function writeCache(file: string, known: Known): void {
  const sites = [...known].map(([root, { around, files }]): [string, Written] => [root, { around, files: [...files] }]);
  const body = JSON.stringify(Object.fromEntries(sites));
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const half = `${file}.${process.pid}.part`;
  try {
    writeFileSync(half, `${headOf(body)}\n${body}`);
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** Another build of this program knows other rules; another Node may have other time zones. */
function headOf(body: string): string {
  const program = hashOf(readFileSync(__filename));
  const { node, icu, tz } = process.versions;
  return `copydesk cache ${FORMAT} ${program} ${node} ${icu} ${tz} ${hashOf(body)}`;
}
