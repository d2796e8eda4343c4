import { articleOf } from '../article/articleOf';
import { NO_IMAGE_FACTS } from '../base/images';
import { linesOf } from '../base/lines';
import { english } from '../base/message';
import { EMPTY_CATALOG } from '../catalog/catalog';
import { diagnosticOf } from '../features/lsp';
import { DEFAULT_SITE } from '../hugo/readSite';
import { DEFAULT_PROJECT } from '../project/project';
import { checkingOf } from '../rules/run';
import { NEWS_SCHEMA } from '../schema/newsSchema';

/** What an article may hold, so that the way through every part of the program has been gone before someone types. */
const SAMPLE = `---
title: "海港新桥通车，两岸车程缩短一半"
date: "2026-01-31 08:20:00"
summary: "新桥全长三公里，双向六车道，今晨通车。"
categories:
  - "本地"
tags: ["交通", "海港"]
thumbnail: "/img/bridge.jpg"
sidebar: "right"
widgets:
  - "search"
---

今晨六点，**海港新桥**正式通车。市民李先生说：“从北岸到南岸，现在只要*十分钟*。”

## 三年建成

![新桥夜景](/img/bridge.jpg "通车前夜") 见[此前报道](/news/bridge/)，以及 https://example.com/a 的图。

- 全长三公里，**双向六车道。**设计时速八十公里
- 造价 12 亿元（含引桥），工期 3 年

> 桥通了，心也近了。

| 路线 | 以前 | 现在 |
|---|---|---|
| 北岸—南岸 | 25 分钟 | 10 分钟 |

1. 公交：\`12\` 路与 \`K3\` 路改线
2. 货车<br>夜间通行

{{< figure src="/img/map.png" alt="路线图" >}}

图源：本报记者。[^1]

[^1]: 数据来自市交通局。
`;

const ROUNDS = 60;
/** Milliseconds of work at a time, and of rest before the next. */
const SLICE = 4;
const REST = 12;
/** Milliseconds before it begins: first come the articles that are open. */
const START = 300;

/** Checks a text of our own a few times while nobody waits, so that the first keystrokes find the program warm. @returns what ends it */
export function warmUp(isBusy: () => boolean): () => void {
  const rounds = checks();
  let timer = setTimeout(go, START);
  function go(): void {
    let done = false;
    for (const end = performance.now() + SLICE; !done && !isBusy() && performance.now() < end; )
      done = rounds.next().done ?? false;
    if (!done) timer = setTimeout(go, REST);
  }
  return () => clearTimeout(timer);
}

function* checks(): Generator<void> {
  const world = {
    site: DEFAULT_SITE,
    schema: NEWS_SCHEMA,
    project: DEFAULT_PROJECT,
    catalog: EMPTY_CATALOG,
    images: NO_IMAGE_FACTS,
    now: new Date(),
  };
  for (let round = 0; round < ROUNDS; round++) {
    const text = `${SAMPLE}${'字'.repeat(round % 7)}\n`;
    const lines = linesOf(text);
    const article = articleOf(text, DEFAULT_SITE.dialect);
    yield;
    const problems = yield* checkingOf({ article, path: 'content/news/a.md', kind: 'article', world });
    for (const problem of problems) diagnosticOf(problem, { lines, translate: english, rootUri: '' });
    yield;
  }
}
