import { articleOf } from '../src/article/articleOf';
import { DEFAULT_SITE } from '../src/hugo/readSite';
import { problemsOf } from '../src/rules/run';
import { quantile, report } from './support/measure';
import { seedArticle } from './support/seed';
import { BARE_WORLD } from './support/worlds';

/** All problems of the seed after a keystroke, in process: a character is typed somewhere, the article is parsed and checked again. */
export function run(): void {
  const seed = seedArticle();
  const world = BARE_WORLD;
  const times: number[] = [];
  let problems = 0;
  for (let n = 0; n < 1200; n++) {
    const at = seed.indexOf('\n\n') + 2 + ((n * 97) % 3000);
    const text = `${seed.slice(0, at)}字${seed.slice(at)}`;
    const began = performance.now();
    const article = articleOf(text, DEFAULT_SITE.dialect);
    problems += problemsOf({ article, path: 'content/a.md', kind: 'article', world }).length;
    if (n >= 200) times.push(performance.now() - began);
  }
  report('all problems of the seed after a keystroke, p50', quantile(times, 0.5), 'ms', 3);
  report('the same, p95', quantile(times, 0.95), 'ms');
  console.log(`  (${(problems / 1200).toFixed(1)} problems found each time, after 200 runs to warm up)`);
}
