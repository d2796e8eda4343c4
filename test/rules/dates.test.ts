import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/base/edit';
import { readDate } from '../../src/hugo/dates';
import { meantDate } from '../../src/rules/dateForms';
import { named, problemsIn, WORLD } from './subjectOf';

const MEANT: readonly [string, string | undefined][] = [
  ['2025年2月7日', '2025-02-07'],
  ['2025 年 2 月 7 日', '2025-02-07'],
  ['２０２５年２月７日', '2025-02-07'],
  ['2025年2月7日 19:11', '2025-02-07 19:11:00'],
  ['2025年2月7日19时11分57秒', '2025-02-07 19:11:57'],
  ['2025年2月7日 下午7:11', '2025-02-07 19:11:00'],
  ['2025年2月7日 星期五', '2025-02-07'],
  ['2025/02/07', '2025-02-07'],
  ['2025/2/7 9:05', '2025-02-07 09:05:00'],
  ['2025.2.7', '2025-02-07'],
  ['2025-2-7', '2025-02-07'],
  ['2025-02-07 19:11', '2025-02-07 19:11:00'],
  ['2025-02-07T19:11', '2025-02-07T19:11:00'],
  ['2025-02-07 19:11 +0800', '2025-02-07T19:11:00+08:00'],
  ['2025-02-07 19：11：57', '2025-02-07 19:11:57'],
  ['20250207', '2025-02-07'],
  ['20250207191157', '2025-02-07 19:11:57'],
  ['Feb 7, 2025', '2025-02-07'],
  ['7 February 2025', '2025-02-07'],
  ['February 7, 2025 7:11 PM', '2025-02-07 19:11:00'],
  ['2/7/2025', undefined],
  ['2025-02-30', undefined],
  ['2025-13-01', undefined],
  ['2025-02-07 25:00', undefined],
  ['昨天', undefined],
  ['', undefined],
];

for (const [written, meant] of MEANT)
  test(`“${written}” means ${meant ?? 'nothing for sure'}`, () => {
    assert.equal(meantDate(written), meant);
    if (meant !== undefined) assert.equal(readDate(meant, 'UTC').state, 'ok');
  });

const fm = (date: string) => `---\ntitle: a\ndate: ${date}\n---\n`;

for (const date of ["'2025年2月7日'", '2025年2月7日', '"2025/02/07"', '20250207', '2025-02-07 19:11'])
  test(`the fix of ${date} keeps the quotes and is a date that Hugo reads`, () => {
    const text = fm(date);
    const [problem] = problemsIn(text);
    assert.equal(problem?.rule, 'unread-date');
    const fixed = applyEdits(text, problem.fixes[0]!.edits);
    assert.deepEqual(problemsIn(fixed), []);
    assert.equal(fixed.includes("'"), text.includes("'"));
    assert.equal(fixed.includes('"'), text.includes('"'));
  });

test('a date in the future says when the article appears, on the clocks of the site', () => {
  const world = { site: { ...WORLD.site, timeZone: 'Asia/Shanghai' } };
  const [problem] = problemsIn(fm('2030-05-01 09:00:00'), { world });
  assert.equal(problem?.rule, 'future-date');
  assert.deepEqual(problem.message.args, ['2030-05-01 09:00 (Asia/Shanghai)']);
});

test('a date without an offset that UTC holds back is a warning; in the time zone of the newsroom it is none', () => {
  const text = fm('2025-03-01 00:00:00'); // now, in Beijing
  assert.deepEqual(named(text, problemsIn(text)), ['held-back-date «2025-03-01 00:00:00»']);
  assert.deepEqual(problemsIn(text, { world: { site: { ...WORLD.site, timeZone: 'Asia/Shanghai' } } }), []);
});

test('a site that builds future articles holds nothing back', () => {
  assert.deepEqual(problemsIn(fm('2030-05-01'), { world: { site: { ...WORLD.site, buildFuture: true } } }), []);
});

test('the date may stand in another field that the site reads', () => {
  assert.deepEqual(problemsIn('---\ntitle: a\npublishDate: 2025-02-07\n---\n'), []);
  const site = { ...WORLD.site, dateOrder: ['written'] };
  assert.deepEqual(problemsIn('---\ntitle: a\nwritten: 2025-02-07\n---\n', { world: { site } }), []);
});
