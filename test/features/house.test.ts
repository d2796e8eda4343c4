import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkupContent, TextEdit } from 'vscode-languageserver-types';
import { articleOf } from '../../src/article/articleOf';
import { linesOf } from '../../src/base/lines';
import { english } from '../../src/base/message';
import { complete } from '../../src/features/completion/complete';
import { hover } from '../../src/features/hover';
import { wordsFileOf } from '../../src/project/readWords';
import { WORLD } from '../rules/subjectOf';

const { words } = wordsFileOf(
  'replace: {登录名: [用户名, 账号], 账户: {right: 帐户, note: 体例}}\nban: [土著]\nnames: {特朗普: {original: Trump, wrong: 川普, note: 译名}, 特斯拉: Tesla}',
);
const world = { ...WORLD, project: { ...WORLD.project, words } };

const cut = (marked: string): { text: string; offset: number } => ({
  text: marked.replace('|', ''),
  offset: marked.indexOf('|'),
});

/** What is offered at `|`, as `text for what is typed`. */
function offered(marked: string): string[] {
  const { text, offset } = cut(marked);
  const { items } = complete({
    article: articleOf(text),
    offset,
    world,
    lines: linesOf(text),
    translate: english,
    editor: { snippets: false, retrigger: false },
  });
  return items.map(({ textEdit, filterText }) => `${(textEdit as TextEdit).newText} for ${filterText}`);
}

function hovered(marked: string): string | undefined {
  const { text, offset } = cut(marked);
  const found = hover({
    article: articleOf(text),
    path: 'content/a.md',
    rootUri: 'file:///site',
    offset,
    world,
    lines: linesOf(text),
    translate: english,
  });
  return (found?.contents as MarkupContent | undefined)?.value;
}

const body = (line: string): string => `---\ntitle: "x"\n---\n\n${line}\n`;

test('behind a wrong word its right forms are offered, in the body and in texts of the front matter', () => {
  assert.deepEqual(offered(body('他说登录名|')), ['用户名 for 登录名', '账号 for 登录名']);
  assert.deepEqual(offered('---\ntitle: "川普|"\n---\n'), ['特朗普 for 川普']);
});

test('a name is offered when it begins, translated or in its own language', () => {
  assert.deepEqual(offered(body('昨天 Tru|')), ['特朗普 for Tru']);
  assert.deepEqual(offered(body('昨天特|')), ['特朗普 for 特', '特斯拉 for 特']);
  assert.deepEqual(offered(body('昨天特斯|')), ['特斯拉 for 特斯']);
});

test('nothing is offered in code, for one Latin letter, in a word, or where nothing begins', () => {
  for (const line of ['`川普|`', 'T|', 'aTru|', '你好|', '|', '川普 |', '<b title="川普|">x</b>'])
    assert.deepEqual(offered(body(line)), [], line);
  assert.deepEqual(offered('---\ntitle: "x"\nthumbnail: "川普|"\n---\n'), []);
});

test('a word under the pointer shows how it is written and why', () => {
  assert.equal(hovered(body('他的账|户')), '**帐户**\n\n体例');
  assert.equal(hovered(body('当地土|著')), 'Not written in this house.');
  assert.equal(hovered(body('特|朗普说')), '**特朗普** Trump\n\n译名');
  assert.equal(hovered(body('你|好')), undefined);
  assert.equal(hovered(body('`账|户`')), undefined);
});
