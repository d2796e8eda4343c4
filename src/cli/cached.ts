import { type Message, message } from '../base/message';
import { nodeFilesNow } from '../platform/node/files';
import { type Known, type KnownFile, type KnownSite, readCache, writeCache } from './cache';
import { articlePathsNow, briefsIn } from './catalog';
import { aroundOf, type Conditions, type Outcome, type PlacedInput } from './checker';
import { fingerprintOf } from './fingerprint';
import { reasonOf } from './inputs';
import { type CliSite, pathIn } from './sites';
import { isFresh, type Stamp, stampOf } from './stamp';
import { wholeOf, wouldAnswer } from './watch';

/** Checks articles that are not known. @param wholes what stands for all articles of a site, by its root; sites that nothing can be kept of are not in it */
export type CheckRest = (rest: readonly PlacedInput[], wholes: ReadonlyMap<string, string>) => Promise<Outcome[]>;

/**
 * Takes from the cache what still holds, checks the rest and remembers it. What holds rests on: the file (its size and times), this program, what is around
 * articles (site, project, severities), what rules asked of the other articles, and the clock.
 */
export async function checkCached(
  inputs: readonly PlacedInput[],
  cache: { readonly file: string; readonly conditions: Conditions; readonly checkRest: CheckRest },
): Promise<{ readonly outcomes: readonly Outcome[]; readonly failed: Message | undefined }> {
  const known = readCache(cache.file);
  const sites = new Map<CliSite, CachedSite>();
  for (const { cli } of inputs)
    if (!sites.has(cli)) sites.set(cli, new CachedSite(cli, known.get(cli.root), cache.conditions));
  const places = inputs.map((input) => sites.get(input.cli)!.placeOf(input));
  const outcomes = places.map(({ held }) => held);
  const rest = outcomes.flatMap((held, i) => (held ? [] : [i]));
  const wholes = new Map<string, string>();
  for (const { cli, around, whole } of sites.values()) if (around !== undefined) wholes.set(cli.root, whole);
  const checked = await cache.checkRest(
    rest.map((i) => inputs[i]!),
    wholes,
  );
  for (const [n, i] of rest.entries()) {
    outcomes[i] = checked[n]!;
    sites.get(inputs[i]!.cli)!.remember(places[i]!, inputs[i]!, checked[n]!);
  }
  return { outcomes: outcomes as Outcome[], failed: save(cache.file, known, sites.values()) };
}

/** Writes what changed. Returns why it could not. */
function save(file: string, known: Known, sites: Iterable<CachedSite>): Message | undefined {
  let changed = false;
  for (const site of sites) {
    if (!site.changed) continue;
    changed = true;
    if (site.around === undefined) known.delete(site.cli.root);
    else known.set(site.cli.root, { around: site.around, files: site.left() });
  }
  for (const root of [...known.keys()]) if (stampOf(root) === undefined) changed = known.delete(root);
  try {
    if (changed) writeCache(file, known);
    return undefined;
  } catch (error) {
    return message('{0} cannot be written: {1}.', file, reasonOf(error));
  }
}

interface Place {
  readonly path: string;
  readonly stamp: Stamp | undefined;
  /** What the cache says of it, if that still holds. */
  readonly held: Outcome | undefined;
}

/** One site in this run and in the cache. */
class CachedSite {
  readonly around: string | undefined;
  readonly whole: string;
  changed = false;
  private readonly files: Map<string, KnownFile>;
  /** Of every article of the site, by its path. */
  private readonly stamps = new Map<string, Stamp>();
  private readonly now: number;

  constructor(
    readonly cli: CliSite,
    known: KnownSite | undefined,
    conditions: Conditions,
  ) {
    this.now = conditions.now.getTime();
    this.around = aroundOf(cli, conditions);
    const same = known !== undefined && known.around === this.around;
    this.files = same ? known.files : new Map();
    this.changed = !same;
    this.whole = wholeOf(this.briefs());
  }

  /** What stands for each article of the site; only those that changed are read. */
  private briefs(): Map<string, string> {
    const briefs = new Map<string, string>();
    if (!this.cli.site.found) return briefs;
    const unknown: string[] = [];
    for (const path of articlePathsNow(nodeFilesNow(this.cli.root), this.cli.site)) {
      const stamp = stampOf(`${this.cli.root}/${path}`);
      if (stamp === undefined) continue;
      this.stamps.set(path, stamp);
      const file = this.files.get(path);
      if (file?.stamp === stamp && file.brief !== undefined) briefs.set(path, file.brief);
      else unknown.push(path);
    }
    for (const [path, brief] of briefsIn(this.cli, unknown)) {
      const hash = fingerprintOf(brief) ?? '';
      briefs.set(path, hash);
      this.put(path, { stamp: this.stamps.get(path)!, brief: hash });
    }
    return briefs;
  }

  placeOf(input: PlacedInput): Place {
    const path = pathIn(this.cli, input.file);
    const stamp = this.stamps.get(path) ?? stampOf(input.file);
    const kept = stamp === undefined ? undefined : this.keptOf(path, stamp);
    const isHeld =
      kept !== undefined &&
      kept.named === input.named &&
      kept.from <= this.now &&
      this.now < kept.until &&
      wouldAnswer(kept.answers, () => this.cli.catalog(), this.whole);
    return { path, stamp, held: isHeld ? { packed: kept.packed } : undefined };
  }

  private keptOf(path: string, stamp: Stamp) {
    const file = this.files.get(path);
    return file?.stamp === stamp ? file.kept : undefined;
  }

  remember({ path, stamp }: Place, { named }: PlacedInput, outcome: Outcome): void {
    if (stamp === undefined || this.around === undefined) return;
    const brief = this.files.get(path)?.stamp === stamp ? this.files.get(path)?.brief : undefined;
    if ('unread' in outcome || !outcome.kept) {
      if (this.files.get(path)?.kept) this.put(path, { stamp, brief });
      return;
    }
    const { from, until, answers } = outcome.kept;
    this.put(path, { stamp, brief, kept: { from, until, answers, named, packed: outcome.packed } });
  }

  private put(path: string, file: KnownFile): void {
    this.changed = true;
    // What may be written again without a trace is not kept.
    if (isFresh(file.stamp, this.now)) this.files.delete(path);
    else this.files.set(path, file);
  }

  /** Without files that are gone. */
  left(): Map<string, KnownFile> {
    for (const [path, { stamp }] of this.files)
      if ((this.stamps.get(path) ?? stampOf(`${this.cli.root}/${path}`)) !== stamp) this.files.delete(path);
    return this.files;
  }
}
