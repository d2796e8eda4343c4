import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInShard } from '../../src/cli/shard';

const paths = Array.from({ length: 3000 }, (_, i) => `content/zh-cn/news/2026${i}A0字.zh-cn.md`);

test('each file is in exactly one part, and parts are about equal', () => {
  for (const count of [1, 2, 3, 4, 7, 16]) {
    const sizes = Array.from({ length: count }, () => 0);
    for (const path of paths) {
      const parts = [...sizes.keys()].filter((i) => isInShard(path, { index: i + 1, count }));
      const [part, ...more] = parts;
      assert.ok(part !== undefined && more.length === 0, path);
      sizes[part] = sizes[part]! + 1;
    }
    const even = paths.length / count;
    for (const size of sizes) assert.ok(Math.abs(size - even) < even / 2, `${count}: ${sizes.join()}`);
  }
});

test('the part of a file never changes', () => {
  const parts = ['content/a.md', 'content/中.md', 'b.md'].map((path) =>
    [1, 2, 3, 4].find((index) => isInShard(path, { index, count: 4 })),
  );
  assert.deepEqual(parts, [2, 1, 2]);
});
