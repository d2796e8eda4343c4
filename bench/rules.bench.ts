import { articleOf } from '../src/article/articleOf';
import { DEFAULT_SITE } from '../src/hugo/readSite';
import { all } from '../src/rules/all';
import type { Rule, Subject } from '../src/rules/rule';
import { largeArticle } from './support/large';
import { median } from './support/measure';
import { seedArticle } from './support/seed';
import { BARE_WORLD } from './support/worlds';

/** What is off unless a house turns it on costs no one else anything. */
const ASKED = all.filter(({ off }) => !off);

/** What each rule costs on the seed and on an article of a megabyte, the dearest first. What rules share counts apart: it is made before. */
export function run(): void {
  const seed = costs(seedArticle(), { warmup: 150, rounds: 300 });
  const large = costs(largeArticle(), { warmup: 3, rounds: 7 });
  const ids = [...seed.keys()].sort((a, b) => large.get(b)! - large.get(a)!);
  console.log(`  ${'rule'.padEnd(36)} ${'seed, µs'.padStart(10)} ${'1 MB, µs'.padStart(10)}   (medians)`);
  for (const id of ids) console.log(`  ${id.padEnd(36)} ${numberOf(seed.get(id)!)} ${numberOf(large.get(id)!)}`);
  const sum = (of: ReadonlyMap<string, number>) => ASKED.reduce((total, { id }) => total + of.get(id)!, 0);
  console.log(`  ${`all ${ASKED.length} rules`.padEnd(36)} ${numberOf(sum(seed))} ${numberOf(sum(large))}`);
}

function numberOf(value: number): string {
  return value.toFixed(1).padStart(10);
}

/** Microseconds by rule, and of what they share: reading the front matter, the body, and putting its nodes in order. */
function costs(text: string, { warmup, rounds }: { readonly warmup: number; readonly rounds: number }) {
  const times = new Map<string, number[]>();
  const timed = <T>(id: string, round: number, run: () => T): T => {
    const began = performance.now();
    const result = run();
    if (round >= warmup) times.set(id, [...(times.get(id) ?? []), (performance.now() - began) * 1000]);
    return result;
  };
  for (let round = 0; round < warmup + rounds; round++) {
    // Each round reads a text of its own, as each keystroke does.
    const article = timed('(front matter)', round, () =>
      articleOf(`${text}${' '.repeat(round % 7)}\n`, DEFAULT_SITE.dialect),
    );
    timed('(body)', round, () => article.body.images.length);
    timed('(nodes by type)', round, () => article.body.nodes.blocks.length);
    const subject: Subject = { article, path: 'content/news/a.md', kind: 'article', world: BARE_WORLD };
    // Not always in the same order, since the first to ask for something pays for it.
    const from = (round * 7) % ASKED.length;
    for (const rule of [...ASKED.slice(from), ...ASKED.slice(0, from)])
      timed(rule.id, round, () => findings(rule, subject));
  }
  return new Map([...times].map(([id, list]) => [id, median(list)]));
}

function findings(rule: Rule, subject: Subject): number {
  let count = 0;
  for (const _ of rule.check(subject)) count++;
  return count;
}
