import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../test/support/paths';
import { type Corpus, corpusOf, meanSizes } from './support/corpus';
import { median, report } from './support/measure';
import { type Run, runProcess } from './support/processes';

const COUNT = Number(process.env.COPYDESK_BENCH_ARTICLES ?? 10_000);
/** remark takes too long for all. */
const REMARK_COUNT = Math.min(COUNT, 200);
const ROUNDS = 3;
const CLI = path.join(ROOT, 'dist/cli.js');
const PEERS = path.join(ROOT, 'out/peers');
/** All groups of rules that read more than the front matter. */
const MATTER_ONLY = ['body', 'links', 'images', 'text', 'newsroom', 'house'].flatMap((group) => [
  '--rule',
  `${group}=off`,
]);

/** `copydesk check` of a generated site in whole processes, beside reading its files, Hugo's own build and other checkers in the same run. */
export function run(): void {
  const corpus = corpusOf(COUNT);
  const { bytes, matter } = meanSizes(corpus);
  console.log(
    `  (${COUNT} articles, ${(bytes / 1000).toFixed(1)} KB in the mean, ${matter.toFixed()} bytes of it front matter; medians of ${ROUNDS})`,
  );
  const all = {
    read: [] as Run[],
    stat: [] as Run[],
    matter: [] as Run[],
    check: [] as Run[],
    again: [] as Run[],
    hugo: [] as Run[],
  };
  const cache = path.join(corpus.folder, '.cache-of-bench');
  for (let round = 0; round < ROUNDS; round++) {
    // One after the other, so that all see the same load of the machine.
    all.read.push(node(['-e', READ], corpus));
    all.matter.push(check(corpus, MATTER_ONLY));
    all.check.push(check(corpus, []));
    all.hugo.push(runProcess('hugo', ['--renderToMemory', '--quiet'], corpus.folder));
    all.stat.push(node(['-e', STAT], corpus));
    if (round === 0) rmSync(cache, { recursive: true, force: true });
    if (round === 0) check(corpus, ['--cache', '--cache-location', cache]);
    all.again.push(check(corpus, ['--cache', '--cache-location', cache]));
  }
  const wall = (runs: readonly Run[]): number => median(runs.map((one) => one.wall));
  const cpu = (runs: readonly Run[]): number => median(runs.map((one) => one.cpu));
  report('reading the files', wall(all.read), 'ms');
  report('check, front matter rules only', wall(all.matter), 'ms');
  report('  as many times as long as reading', wall(all.matter) / wall(all.read), '×', 5);
  report('check, everything', wall(all.check), 'ms');
  report('  the same, on all cores together', cpu(all.check), 'ms');
  report('  memory at the most', Math.max(...all.check.map(({ peak }) => peak)), 'MB', 300);
  if (all.hugo.every(({ status }) => status === 0)) {
    report("Hugo's build of the same site (minimal layouts, no theme)", wall(all.hugo), 'ms');
    report('  the same, on all cores together', cpu(all.hugo), 'ms');
    report('  check is faster, times', wall(all.hugo) / wall(all.check), '×', 1, true);
  } else console.log(`  Hugo did not build: ${all.hugo[0]?.err.slice(0, 300)}`);
  if (all.again.every(({ status }) => status === 0 || status === 1)) {
    report('stat of all files', wall(all.stat), 'ms');
    report('check again with --cache', wall(all.again), 'ms');
    report('  as many times as long as stat', wall(all.again) / wall(all.stat), '×', 10);
  } else console.log(`  --cache: ${all.again[0]?.err.slice(0, 300)}`);
  sameProblems(corpus, cache);
  startUp(corpus);
  peers(corpus, wall(all.check) / COUNT, cpu(all.check) / COUNT);
}

const LIST = `const fs=require('fs'),files=[];for(const d of fs.readdirSync('content/news'))for(const f of fs.readdirSync('content/news/'+d))files.push('content/news/'+d+'/'+f);`;
const READ = `${LIST}const b=Buffer.allocUnsafeSlow(1<<20);let n=0;for(const f of files){const h=fs.openSync(f);n+=fs.readSync(h,b);fs.closeSync(h)}console.log(files.length,n)`;
const STAT = `${LIST}let n=0;for(const f of files)n+=fs.statSync(f).size;console.log(files.length,n)`;

function node(args: readonly string[], { folder }: Corpus): Run {
  return runProcess(process.execPath, args, folder);
}

function check(corpus: Corpus, args: readonly string[]): Run {
  return node([CLI, 'check', '--format', 'json', '--no-ignore', ...args, 'content'], corpus);
}

/** What is found must not depend on how it is looked for. */
function sameProblems(corpus: Corpus, cache: string): void {
  const plain = check(corpus, ['--jobs', '1']);
  const problems = plain.out.match(/"rule":/g)?.length ?? 0;
  if (plain.status !== 0 && plain.status !== 1) throw new Error(`The check could not run: ${plain.err.slice(0, 500)}`);
  for (const [name, args] of [
    ['default', []],
    ['cache', ['--cache', '--cache-location', cache]],
    ['two jobs', ['--jobs', '2']],
  ] as const) {
    const other = check(corpus, args);
    if (other.status === 2) console.log(`  ${name}: ${other.err.slice(0, 200).trim()}`);
    else if (other.out !== plain.out)
      throw new Error(`The problems of the ${name} run differ from those of a plain one.`);
  }
  console.log(`  (${problems} problems, the same on one thread without a cache)`);
}

function startUp(corpus: Corpus): void {
  const times = Array.from({ length: 11 }, () => node([CLI, 'check', '--no-ignore', corpus.files[0]!], corpus).wall);
  report('start-up: check of one file', median(times), 'ms', 200);
}

/** Other checkers, from `bench/peers`, installed when they are first wanted. */
function peers(corpus: Corpus, wallEach: number, cpuEach: number): void {
  if (!installed()) return;
  const config = path.join(PEERS, 'markdownlint.json');
  writeFileSync(config, '{}');
  const lint = node(
    [path.join(PEERS, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), 'content/**/*.md'],
    corpus,
  );
  report(`markdownlint-cli2, ${COUNT} articles`, lint.wall, 'ms');
  report('  check is faster, times', lint.wall / COUNT / wallEach, '×', 15, true);
  report('  the same by time on all cores', lint.cpu / COUNT / cpuEach, '×');
  const some = path.join(PEERS, 'some');
  rmSync(some, { recursive: true, force: true });
  mkdirSync(some, { recursive: true });
  for (const file of corpus.files.slice(0, REMARK_COUNT)) cpSync(file, path.join(some, path.basename(file)));
  cpSync(path.join(ROOT, 'src/schema/news.schema.json'), path.join(PEERS, 'schema.json'));
  writeFileSync(path.join(PEERS, '.remarkrc.mjs'), REMARK);
  const remark = runProcess(
    process.execPath,
    ['node_modules/remark-cli/cli.js', '--quiet', '--no-stdout', 'some'],
    PEERS,
  );
  report(`remark-cli with the schema plug-in, ${REMARK_COUNT} articles`, remark.wall, 'ms');
  if (remark.status === null || remark.status > 1) console.log(`  (${remark.err.slice(0, 200)})`);
  report('  by article, check is faster, times', remark.wall / REMARK_COUNT / wallEach, '×', 40, true);
  report('  the same by time on all cores', remark.cpu / REMARK_COUNT / cpuEach, '×');
}

const REMARK = `import frontmatter from 'remark-frontmatter';
import schema from 'remark-lint-frontmatter-schema';
export default { plugins: [frontmatter, [schema, { schemas: { './schema.json': ['./some/*.md'] } }]] };
`;

function installed(): boolean {
  if (existsSync(path.join(PEERS, 'node_modules/remark-cli'))) return true;
  mkdirSync(PEERS, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(path.join(ROOT, 'bench/peers', name), path.join(PEERS, name));
  const { status, err } = runProcess('npm', ['ci', '--no-audit', '--no-fund'], PEERS);
  if (status !== 0) console.log(`  The other checkers could not be installed: ${err.slice(-300)}`);
  return status === 0;
}
