import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { HUGO_DEFAULTS } from '../src/goldmark/options';
import { parse } from '../src/goldmark/parse';
import { corpusArticle, corpusNames, ROOT, shared } from '../test/support/paths';
import { median, report } from './support/measure';
import { seedArticle } from './support/seed';

const ROUNDS = 5;

/** Reading a body, beside remark-parse with gfm in the same run: the median over the articles, and how often remark's fits. */
export function run(): void {
  const bodies = articles().map(bodyOf);
  const oracle = unified().use(remarkParse).use(remarkGfm);
  const ours = (body: string): unknown => parse(body, HUGO_DEFAULTS);
  const theirs = (body: string): unknown => oracle.parse(body);
  const seed = bodyOf(seedArticle());
  const [mine, remark] = [times(bodies, ours), times(bodies, theirs)].map(median) as [number, number];
  const many = Array.from({ length: 100 }, () => seed);
  const [seedMine, seedRemark] = [times(many, ours), times(many.slice(0, 10), theirs)].map(median);
  report(`a body, median of ${bodies.length}`, mine, 'ms');
  report('the same with remark-parse and gfm', remark, 'ms');
  report('times faster', remark / mine, '×', 30, true);
  report('the seed', seedMine ?? 0, 'ms');
  report('the seed with remark-parse and gfm', seedRemark ?? 0, 'ms');
}

/** Milliseconds for each body, in the last of some rounds. */
function times(bodies: readonly string[], read: (body: string) => unknown): number[] {
  let last: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    last = bodies.map((body) => {
      const began = performance.now();
      read(body);
      return performance.now() - began;
    });
  }
  return last;
}

function bodyOf(article: string): string {
  return article.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '');
}

function articles(): string[] {
  if (shared !== undefined) return corpusNames().map(corpusArticle);
  const content = path.join(ROOT, 'examples/newsroom/content');
  return readdirSync(content, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(content, name), 'utf8'));
}
