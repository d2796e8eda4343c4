import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readShared, shared } from '../../test/support/paths';

/** A real article of twelve kilobytes: the reference one when it is beside the project, else the longest of the example newsroom. */
export function seedArticle(): string {
  if (shared) return readShared('seed/article.md');
  return readFileSync(path.join(ROOT, 'examples/newsroom/content/zh-CN/news/faulty/literal-bold.zh-CN.md'), 'utf8');
}

/** Articles shaped like a newsroom's, `n` of them, with tags that are used unequally. */
export function articleNumber(n: number): string {
  const tags = [...new Set([1, 3, 7, 31].map((step) => `标签${Math.floor(2000 / (1 + ((n * step * 7919) % 2000)))}`))];
  return [
    '---',
    `title: "第${n}号新闻：城市更新与新能源"`,
    `date: "2026-0${1 + (n % 9)}-1${n % 10} 08:00:00"`,
    'summary: "摘要"',
    'categories:',
    `  - "来源${n % 40}"`,
    'lang:',
    '  - "zh-CN"',
    'tags:',
    ...tags.map((tag) => `  - "${tag}"`),
    'sidebar: "right"',
    '---',
    '',
    '正文第一段，**重点**内容，见[链接](https://example.com/a)。'.repeat(20),
    '',
  ].join('\n');
}
