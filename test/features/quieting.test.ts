import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { applyEdits } from '../../src/base/edit';
import { linesOf } from '../../src/base/lines';
import { english } from '../../src/base/message';
import { codeActions } from '../../src/features/codeActions';
import { projectFileOf } from '../../src/project/readProject';
import { RULE_NAMES } from '../../src/rules/names';
import { problemsOf } from '../../src/rules/run';
import { problemsIn, subjectOf } from '../rules/subjectOf';

const BOLD = '码头写着**末班船“二十二点”**开。';
const article = (head: readonly string[], ...body: readonly string[]): string =>
  ['---', 'title: 渡轮', 'date: 2025-02-07', ...head, '---', ...body, ''].join('\n');

function offered(text: string, where: string, more: Partial<Parameters<typeof codeActions>[0]> = {}): CodeAction[] {
  const subject = subjectOf(text);
  const start = text.indexOf(where);
  assert.ok(start >= 0);
  return codeActions({
    uri: 'file:///site/content/a.md',
    version: 1,
    article: subject.article,
    lines: linesOf(text),
    problems: problemsOf(subject),
    span: { start, end: start },
    only: ['quickfix'],
    translate: english,
    ...more,
  });
}
const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

/** The text after the action of that title. */
function after(text: string, where: string, title: string): string {
  const action = offered(text, where).find((one) => one.title === title);
  assert.ok(action?.edit?.documentChanges, titles(offered(text, where)).join());
  const lines = linesOf(text);
  const edits = action.edit.documentChanges.flatMap((change) =>
    'edits' in change
      ? change.edits.map((edit) => ({
          span: { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) },
          text: 'newText' in edit ? edit.newText : '',
        }))
      : [],
  );
  return applyEdits(text, edits);
}

test('last of all a problem is explained, once for each rule, where the editor can', () => {
  const found = offered(article(['draft: true']), 'true', { explainRule: 'explain.it' });
  assert.deepEqual(titles(found), ['Disable draft in this article', 'Explain: draft']);
  const [rule, said] = found[1]?.command?.arguments ?? [];
  assert.equal(rule, 'draft');
  assert.match(String(said), /draft/);
  const twice = article([], '**甲。**乙**丙。**丁');
  const both = offered(twice, '甲', { explainRule: 'a', span: { start: 0, end: twice.length } });
  assert.equal(titles(both).filter((title) => title === 'Explain: literal-emphasis').length, 1);
});

test('real fixes come first, then the front matter form, then the comment in the body', () => {
  const found = titles(offered(article([], BOLD), '**末班'));
  const first = found.findIndex((title) => title.startsWith('Disable'));
  assert.ok(first > 0, found.join());
  assert.deepEqual(found.slice(first), [
    'Disable literal-emphasis in this article',
    'Disable literal-emphasis for this line',
  ]);
  assert.deepEqual(titles(offered(article(['draft: true']), 'true')), ['Disable draft in this article']);
});

test('disabling in the article writes one line, or a name beside others, and the problem is gone', () => {
  const cases: [string, string][] = [
    [article(['draft: true']), article(['draft: true']).replace('---\n', '---\n# copydesk-disable draft\n')],
    [
      article(['# copydesk-disable body -- later', 'draft: true'], BOLD),
      article(['# copydesk-disable body draft -- later', 'draft: true'], BOLD),
    ],
    [
      article(['# copydesk-disable body, unused-disable', 'draft: true']),
      article(['# copydesk-disable body, unused-disable, draft', 'draft: true']),
    ],
  ];
  for (const [text, wanted] of cases)
    for (const mark of ['', '\ufeff'])
      for (const brk of ['\n', '\r\n']) {
        const of = (plain: string) => mark + plain.replaceAll('\n', brk);
        const written = after(of(text), 'true', 'Disable draft in this article');
        assert.equal(written, of(wanted));
        assert.deepEqual(problemsIn(written), []);
      }
});

test('a comment above a line is offered where it changes nothing else', () => {
  const title = 'Disable literal-emphasis for this line';
  const comment = '<!-- copydesk-disable-next-line literal-emphasis -->';
  const text = article([], '甲。', '', BOLD);
  const written = after(text, '**末班', title);
  assert.equal(written, article([], '甲。', '', comment, BOLD));
  assert.deepEqual(problemsIn(written), []);
  const there = article([], '<!-- copydesk-disable-next-line unknown-shortcode -->', `${BOLD} {{< no >}}`);
  assert.equal(after(there, '**末班', title), there.replace('unknown-shortcode', 'unknown-shortcode literal-emphasis'));
  for (const inside of [`甲。\n${BOLD}`, `- 甲\n- ${BOLD}`, `> 甲\n> ${BOLD}`])
    assert.ok(!titles(offered(article([], inside), '**末班')).includes(title), inside);
});

test('TOML and JSON are not written in', () => {
  assert.deepEqual(titles(offered('+++\ntitle = "a"\ndate = 2025-02-07\ndraft = true\n+++\n', 'true')), []);
  assert.deepEqual(titles(offered('{\n"title": "a",\n"date": "2025-02-07",\n"draft": true\n}\n', 'true')), []);
});

test('an unknown key is allowed in the file of the project, else in the settings', () => {
  const text = article(['sumary: 短']);
  const title = 'Allow “sumary” in this project';
  const file = projectFileOf('copydesk.yaml', 'ignore: [x]\n', RULE_NAMES);
  const project = { file, uri: 'file:///site/copydesk.yaml', version: null };
  const inFile = offered(text, 'sumary', { project, allowKey: 'allow' });
  assert.deepEqual(titles(inFile), ['Write summary', title, 'Disable misspelled-key in this article']);
  assert.deepEqual(inFile[1]?.edit?.documentChanges, [
    {
      textDocument: { uri: project.uri, version: null },
      edits: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
          newText: 'allowedKeys: [sumary]\n',
        },
      ],
    },
  ]);
  const inSettings = offered(text, 'sumary', { allowKey: 'allow' })[1];
  assert.deepEqual(inSettings?.command, {
    title,
    command: 'allow',
    arguments: ['file:///site/content/a.md', 'sumary'],
  });
  assert.deepEqual(titles(offered(text, 'sumary')), ['Write summary', 'Disable misspelled-key in this article']);
});
