import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { openArticle } from './article';
import { withWindow } from './window';

const article = (title: string): string =>
  `---\ntitle: "${title}"\ndate: 2026-01-05T09:30:00+08:00\nsummary: "${title}的提要。"\ntoc: "false"\n---\n\n正文。\n`;

test('Check Changed Articles asks git, and on a branch asks since when', async () => {
  await withWindow('changed', {}, async (w) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: w.folder });
    const write = (name: string, title: string) =>
      writeFileSync(path.join(w.folder, 'content/zh-CN/news/lanwang', name), article(title));
    const said = async (text: string) => {
      const notification = w.page.locator('.notification-list-item', { hasText: text });
      await notification.waitFor();
      await w.run('Notifications: Clear All');
      await notification.waitFor({ state: 'detached' });
    };
    await openArticle(w, '20260227A0LW01.zh-CN.md');
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'a');
    write('mine.zh-CN.md', '分支上的稿子');

    await w.run('Copydesk: Check Changed Articles');
    await said('Articles checked: 1. Problems: 1 in 1 of them. Errors: 0.');

    git('checkout', '-qb', 'desk');
    git('add', '-A');
    git('commit', '-qm', 'b');
    write('newer.zh-CN.md', '还没提交的稿子');
    await w.run('Copydesk: Check Changed Articles');
    await w.quickRows.filter({ hasText: 'since it left main' }).waitFor();
    await w.picture('changed-since');
    await w.answer('Since the last commit');
    await said('Articles checked: 1. Problems: 1 in 1 of them.');
    await w.run('Copydesk: Check Changed Articles');
    await w.quickRows.filter({ hasText: 'since it left main' }).waitFor();
    await w.answer('since it left main');
    await said('Articles checked: 2. Problems: 2 in 2 of them.');
  });
});
