import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { random } from '../../test/support/mutations';
import { ROOT } from '../../test/support/paths';

/** A site of generated articles. */
export interface Corpus {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Made anew when this changes. */
const EDITION = 1;
const TAGS = 20_000;
const CATEGORIES = 200;
const FOLDERS = 100;
const MEAN_BYTES = 7700;
const SUMMARY = 110;

/**
 * A site of `count` articles shaped like a newsroom's: 7.7 KB in the mean, 610 bytes of it front matter, Chinese, 20,000 tags used unequally (Zipf), 200
 * categories. The same each time; kept in `out/`. Paragraphs are those of the example newsroom, in another order with other numbers each time.
 */
export function corpusOf(count: number): Corpus {
  const folder = path.join(ROOT, `out/corpus-${EDITION}-${count}`);
  const done = path.join(folder, 'done');
  const names = Array.from({ length: count }, (_, n) => `content/news/s${n % FOLDERS}/${n}.md`);
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    write(folder, names);
    writeFileSync(done, '');
  }
  return { folder, files: names.map((name) => path.join(folder, name)) };
}

function write(folder: string, names: readonly string[]): void {
  for (let n = 0; n < FOLDERS; n++) mkdirSync(path.join(folder, `content/news/s${n}`), { recursive: true });
  cpSync(path.join(ROOT, 'test/sites/newsroom-layouts/layouts'), path.join(folder, 'layouts'), { recursive: true });
  writeFileSync(path.join(folder, 'hugo.toml'), 'baseURL = "https://example.org/"\ntitle = "Bench"\ntheme = []\n');
  const next = random(1);
  const text = paragraphs();
  names.forEach((name, n) => {
    writeFileSync(path.join(folder, name), article(n, text, next));
  });
}

function paragraphs(): readonly string[] {
  const content = path.join(ROOT, 'examples/newsroom/content/zh-CN');
  const names = readdirSync(content, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const bodies = names.map((name) =>
    readFileSync(path.join(content, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
  );
  return [...new Set(bodies.flatMap((body) => body.split(/\n{2,}/)))].filter(
    (paragraph) => /\p{Script=Han}{8}/u.test(paragraph) && !/[{`]|^\[\^?/.test(paragraph),
  );
}

function article(n: number, text: readonly string[], next: () => number): string {
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = (): string => text[below(text.length)]!;
  /** Of rank r as often as 1/r. */
  const tag = (): string => `标签${Math.floor(TAGS ** next())}`;
  const tags = [...new Set(Array.from({ length: 1 + below(5) }, tag))];
  const two = (value: number): string => String(value).padStart(2, '0');
  const prose = (length: number): string => {
    let result = '';
    while (result.length < length) result += pick().replace(/[^\p{Script=Han}，。]/gu, '');
    return result.slice(0, length);
  };
  const matter = [
    '---',
    `title: "第${n}号：${prose(18)}"`,
    `date: "2025-${two(1 + below(12))}-${two(1 + below(28))}T${two(below(24))}:${two(below(60))}:00+08:00"`,
    `summary: "${prose(SUMMARY)}。"`,
    `categories:\n  - "栏目${below(CATEGORIES)}"`,
    'lang:\n  - "zh-CN"',
    `tags:\n${tags.map((name) => `  - "${name}"`).join('\n')}`,
    `thumbnail: "https://example.org/img/${n}.jpg"`,
    'comments: false\ntoc: false\nsidebar: "right"',
    '---',
  ].join('\n');
  const target = MEAN_BYTES * (0.4 + 1.2 * next());
  const parts = [matter];
  for (let bytes = Buffer.byteLength(matter); bytes < target; ) {
    const part = `${pick()}${next() < 0.5 ? `（第${below(100_000)}次）` : ''}`;
    parts.push(part);
    bytes += Buffer.byteLength(part) + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

/** Bytes of an article in the mean, and of its front matter. */
export function meanSizes({ files }: Corpus): { readonly bytes: number; readonly matter: number } {
  let bytes = 0;
  let matter = 0;
  for (const file of files.slice(0, 1000)) {
    bytes += statSync(file).size;
    const text = readFileSync(file, 'utf8');
    matter += Buffer.byteLength(text.slice(0, text.indexOf('\n---', 4) + 5));
  }
  const count = Math.min(1000, files.length);
  return { bytes: bytes / count, matter: matter / count };
}
