import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Schema, Validator } from '@cfworker/json-schema';
import { applyEdits } from '../../src/base/edit';
import { linesOf } from '../../src/base/lines';
import type { JsonFix } from '../../src/cli/report/json';
import { CommandLine } from '../support/commandLine';
import { ROOT } from '../support/paths';

const ODD = process.platform === 'win32' ? '名 100%,x' : '名 "1<0%0>": a,b\nc';
const HEAD = '---\ntitle: "标题"\ndate: "2026-02-07 19:11:57"\n';
const WARNED = `${HEAD}sidebar: middle\nthumbnail: "javascript:%0A,:<&>"\n---\n\n𠮷**重点。**之后。\n`;
let desk: CommandLine;

before(() => {
  desk = new CommandLine();
  desk.put('hugo.toml', 'title = "报社"\n');
  desk.put('content/good.md', `${HEAD}---\n\n正文。\n`);
  desk.put('content/warned.md', WARNED);
  desk.put(`content/${ODD}.md`, WARNED);
  desk.put('content/two lines.md', `${HEAD}tags:\n  a: 1\n  b: 2\n---\n\n正文。\n`);
});
after(() => desk.remove());

const reported = (format: string, ...args: string[]) => desk.check('content', '--format', format, ...args).out;

test('JSON tells each fix with its edits, which do what they say', () => {
  const fixes = desk.json('content/warned.md').problems.flatMap((problem) => problem.fixes);
  const lines = linesOf(WARNED);
  const at = (line: number, column: number) => lines.offsetAt({ line: line - 1, character: column - 1 });
  const applied = (fix: JsonFix) =>
    applyEdits(
      WARNED,
      fix.edits.map((e) => ({ span: { start: at(e.line, e.column), end: at(e.endLine, e.endColumn) }, text: e.text })),
    );
  const safe = fixes.filter((fix) => fix.safe).map(applied);
  assert.deepEqual(safe, [WARNED.replace('重点。**', '重点**。')]);
  assert.ok(fixes.map(applied).includes(WARNED.replace('middle', '"right"')));
});

test('JSON is the same each time, files in the order of their names', () => {
  const text = reported('json');
  assert.equal(text, reported('json'));
  const names = JSON.parse(text).problems.map(({ file }: { file: string }) => file);
  assert.deepEqual(names, [...names].sort());
  assert.ok(names.includes(`content/${ODD}.md`));
});

test('SARIF is valid by the schema of SARIF 2.1.0', () => {
  const schema = JSON.parse(readFileSync(path.join(ROOT, 'test/cli/fixtures/sarif-2.1.0.schema.json'), 'utf8'));
  const validator = new Validator(schema as Schema, '4', false);
  const log = JSON.parse(reported('sarif'));
  assert.deepEqual(validator.validate(log).errors, []);
  const planted = structuredClone(log);
  planted.runs[0].results[0].level = 'fatal';
  assert.equal(validator.validate(planted).valid, false, 'the schema is looked at');
});

test('SARIF has the rules with their pages, and results with place and fixes', () => {
  const [run] = JSON.parse(reported('sarif')).runs;
  const { rules } = run.tool.driver;
  assert.match(rules[0].helpUri, /^https:\/\/.*\.md$/);
  const problems = desk.json('content').problems;
  assert.equal(run.results.length, problems.length);
  for (const [i, result] of run.results.entries()) {
    const problem = problems[i]!;
    assert.equal(rules[result.ruleIndex].id, result.ruleId);
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(decodeURIComponent(artifactLocation.uri), problem.file);
    assert.doesNotThrow(() => new URL(artifactLocation.uri, run.originalUriBaseIds.SRCROOT.uri));
    assert.deepEqual(
      [region.startLine, region.startColumn, region.endLine, region.endColumn],
      [problem.line, problem.column, problem.endLine, problem.endColumn],
    );
    assert.equal(result.fixes?.length ?? 0, problem.fixes.length);
  }
});

/** How GitHub reads a workflow command. */
function commandOf(line: string) {
  const [, command = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? assert.fail(line);
  const plain = (text: string) =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');
  const pairs = properties
    .split(',')
    .map((one) => [one.slice(0, one.indexOf('=')), plain(one.slice(one.indexOf('=') + 1))]);
  return { command, data: plain(data), ...(Object.fromEntries(pairs) as Record<string, string>) };
}

test('workflow commands say the same as JSON, whatever stands in names and messages', () => {
  const lines = reported('github').trimEnd().split('\n').map(commandOf);
  const { problems } = desk.json('content');
  const grade = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
  assert.deepEqual(
    lines,
    problems.map((p) => ({
      command: grade[p.severity],
      data: p.message,
      file: p.file,
      line: String(p.line),
      endLine: String(p.endLine),
      ...(p.line === p.endLine && { col: String(p.column), endColumn: String(p.endColumn) }),
      title: p.rule,
    })),
  );
});

interface Sax {
  parser(strict: boolean): {
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
    onerror: (error: Error) => void;
    write(text: string): { close(): void };
  };
}

test('JUnit is XML that a parser takes, with a failure for each problem', () => {
  const parser = (createRequire(import.meta.url)('sax') as Sax).parser(true);
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  parser.onopentag = (tag) => tags.push(tag);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(reported('junit')).close();
  const named = (name: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);
  const { files, problems } = desk.json('content');
  assert.deepEqual(
    named('failure').map(({ message, type }) => [message, type]),
    problems.map((p) => [p.message, p.severity]),
  );
  assert.equal(named('testsuite').length, files);
  assert.ok(named('testsuite').some(({ name }) => name === `content/${ODD}.md`));
  const [all] = named('testsuites');
  assert.deepEqual([all?.['tests'], all?.['failures']], [String(named('testcase').length), String(problems.length)]);
});

test('a name with a line break stays on its line in the report for people', {
  skip: process.platform === 'win32',
}, () => {
  assert.ok(reported('text').includes(`content/${ODD.replace('\n', '\\n')}.md\n`));
});

test('--output writes the report to a file', () => {
  const { code, out } = desk.check('content', '--format', 'json', '-o', desk.at('report.json'));
  assert.deepEqual([code, out], [desk.check('content').code, '']);
  assert.equal(desk.read('report.json'), reported('json'));
  const { code: failed, err } = desk.check('content', '-o', desk.at('no/such/folder'));
  assert.equal(failed, 2);
  assert.match(err, /cannot be written: ENOENT/);
});
