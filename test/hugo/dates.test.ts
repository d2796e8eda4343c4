import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from '../../src/hugo/dates';
import { formatNow, zoneOf } from '../../src/hugo/zone';
import { ONLY_PAGES, realPages, skipWithoutHugo } from '../support/hugo';

const READ = [
  '2025-02-07T19:11:57Z',
  '2025-02-07T19:11:57+08:00',
  '2025-02-07T19:11:57',
  '2025-02-07T19:11:57.123Z',
  '2025-02-07T19:11:57,123',
  '2025-02-07T9:11:57Z',
  '2025-02-07T19:11:57+0800',
  '2025-02-07T19:11:57+25:00',
  '2025-02-07T19:11:57+24:60',
  'Fri, 07 Feb 2025 19:11:57 +0800',
  'Fri, 07 Feb 2025 19:11:57 GMT',
  'Fri, 07 Feb 2025 19:11:57 CST',
  'Fri, 07 Feb 2025 19:11:57 GMT+8',
  'Fri, 07 Feb 2025 19:11:57 +08',
  'Fri, 07 Feb 2025 19:11:57 ChST',
  'Fri, 07 Feb 2025 19:11:57 WITA',
  'fri, 07 feb 2025 19:11:57 GMT',
  'Mon, 07 Feb 2025 19:11:57 GMT',
  '07 Feb 25 19:11 +0800',
  '07 Feb 25 19:11 MST',
  '07 Feb 70 19:11 MST',
  'Friday, 07-Feb-25 19:11:57 UTC',
  '2025-02-07 19:11:57.5 +0800 CST',
  '2025-02-07 19:11:57Z',
  '2025-02-07 19:11:57+0800',
  '2025-02-07 19:11:57+08:00',
  '2025-02-07 19:11:57 +08:00',
  '2025-02-07 19:11:57 +0800',
  '2025-02-07 19:11:57',
  '2025-02-07 19:11:57.25',
  '2025-02-07 19:11:57.1234567891234',
  '2025-02-07  19:11:57',
  '2025-02-07 9:11:57',
  'Fri Feb  7 19:11:57 2025',
  'Fri Feb 7 19:11:57 2025',
  'Fri Feb  7 19:11:57 CST 2025',
  'Fri Feb 07 19:11:57 +0800 2025',
  '2025-02-07',
  '2024-02-29',
  '07 Feb 2025',
  '1883-11-18 00:00:00',
  '1986-05-04 02:30:00',
  '1986-09-14 00:30:00',
  '2025-03-09 02:30:00',
  '2025-11-02 01:30:00',
  '0001-01-01',
];
const YEARLESS = ['7:11PM', '07:11PM', '0:11AM', 'Feb  7 19:11:57', 'Feb 7 19:11:57.123', 'Feb 7 19:11:57.1234'];
const ZERO = [
  '',
  'null',
  'not a date',
  '7:11pm',
  '19:11:57',
  '7 Feb 2025',
  'Fri, 7 Feb 2025 19:11:57 GMT',
  'Feb 7, 2025',
  'February 7, 2025',
  '2025',
  '2025-02',
  '2025-2-7',
  '2025/02/07',
  '2025年2月7日',
  '２０２５-02-07',
  '20250207',
  '1738926717',
  ' 2025-02-07',
  '2025-02-07 ',
  '2025-02-29',
  '2025-02-30',
  '2025-13-01',
  '12025-02-07',
  '2025-02-07 19:11',
  '2025-02-07T19:11',
  '2025-02-07 19:11:60',
  '2025-02-07 24:00:00',
  '2025-02-07 19:11:57 CST',
  '2025-02-07 19:11:57 UTC',
  '2025-02-07 19:11:57 GMT+8',
  '2025-02-07 7:11:57 PM',
  '2025-02-07 19:11:57 +0800 +0800',
  '2025-02-07T19:11:57 +08:00',
  '2025-02-07t19:11:57z',
  '0001-01-01T00:00:00Z',
];
const NUMBERS = [20250207, 1738926717, 1738926717.5, -5, 0];
const ZONES = ['Asia/Shanghai', 'America/New_York', 'UTC'];

test('a date that Hugo reads is read, one that it does not read is no date', () => {
  const state = (text: string) => readDate(text, 'Asia/Shanghai');
  assert.deepEqual(
    READ.filter((text) => state(text).state !== 'ok'),
    [],
  );
  assert.deepEqual(
    ZERO.filter((text) => state(text).state !== 'zero'),
    [],
  );
  for (const text of YEARLESS) {
    const read = state(text);
    assert.ok(read.state === 'ok' && read.yearless && new Date(read.time).getUTCFullYear() === 0, text);
  }
});

test('every date is the instant that Hugo itself says', { skip: skipWithoutHugo }, () => {
  const values: (string | number)[] = [...READ, ...YEARLESS, ...ZERO, ...NUMBERS];
  for (const zone of ZONES) {
    const files: Record<string, string> = { 'hugo.toml': `${ONLY_PAGES}timeZone = "${zone}"\n` };
    for (const [i, value] of values.entries())
      files[`content/p${i}.md`] = `---\ntitle: x\ndate: ${JSON.stringify(value)}\n---\n`;
    const pages = new Map(realPages(files).map((page) => [page.path, page]));
    for (const [i, value] of values.entries()) {
      const page = pages.get(`content/p${i}.md`);
      const read = readDate(value, zone);
      assert.ok(page, `${value} is published`);
      assert.equal(read.state === 'zero', page.zero, `${zone}: ${value}`);
      if (read.state === 'ok') assert.equal(Math.floor(read.time / 1000), page.date, `${zone}: ${value}`);
    }
  }
});

test('a date without an offset is read in the time zone of the site', () => {
  const at = (text: string, zone: string) => {
    const read = readDate(text, zone);
    return read.state === 'ok'
      ? [new Date(read.time).toISOString(), read.hasOffset, read.offset / 3_600_000]
      : undefined;
  };
  assert.deepEqual(at('2025-02-07 19:11:57', 'Asia/Shanghai'), ['2025-02-07T11:11:57.000Z', false, 8]);
  assert.deepEqual(at('2025-02-07 19:11:57', 'UTC'), ['2025-02-07T19:11:57.000Z', false, 0]);
  assert.deepEqual(at('2025-02-07 19:11:57+09:00', 'UTC'), ['2025-02-07T10:11:57.000Z', true, 9]);
});

test('a zone is made once and used for many dates', () => {
  const zone = zoneOf('Asia/Shanghai');
  assert.ok(zone);
  const before = process.cpuUsage();
  for (let i = 0; i < 20_000; i++) readDate(`20${10 + (i % 15)}-0${1 + (i % 9)}-07 19:11:57`, zone);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 20_000 < 50, 'under 50 µs each');
});

test('an unknown zone is none', () => {
  assert.equal(zoneOf('Foo/Bar'), undefined);
  assert.equal(zoneOf('')?.offsetAt(0), 0);
});

test('now is written with the offset of the site', () => {
  const now = new Date('2026-02-07T11:11:57.900Z');
  assert.equal(formatNow(now, 'Asia/Shanghai'), '2026-02-07T19:11:57+08:00');
  assert.equal(formatNow(now, 'America/New_York'), '2026-02-07T06:11:57-05:00');
  assert.equal(formatNow(new Date('2026-07-07T11:11:57Z'), 'America/New_York'), '2026-07-07T07:11:57-04:00');
  assert.equal(formatNow(now, 'Asia/Kathmandu'), '2026-02-07T16:56:57+05:45');
  assert.equal(formatNow(now, 'UTC'), '2026-02-07T11:11:57+00:00');
  assert.equal(formatNow(now, 'Foo/Bar'), '2026-02-07T11:11:57+00:00');
});
