import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { all } from '../../src/rules/all';
import { CommandLine } from '../support/commandLine';
import { ROOT } from '../support/paths';

const head = (more = ''): string => `---\ntitle: "标题"\ndate: "2026-02-07 19:11:57"\n${more}---\n`;
let desk: CommandLine;

before(() => {
  desk = new CommandLine();
  desk.put('hugo.toml', 'title = "报社"\ntheme = "mainroad"\n');
  desk.put('content/news/good.md', `${head()}\n正文。\n`);
  desk.put('content/news/warned.md', `${head('sidebar: middle\n')}\n正文**重点。**之后。\n`);
  desk.put('content/news/broken.md', `${head('tags: "a"\n')}\n正文。\n`);
});
after(() => desk.remove());

const rulesOf = (...args: string[]) => desk.json(...args).problems.map(({ rule, severity }) => `${rule} ${severity}`);

test('options that are wrong are named, with what was meant, and the code is 2', () => {
  const cases: readonly (readonly [args: string, says: RegExp])[] = [
    ['check --formt json', /There is no option --formt\. Did you mean --format\?/],
    ['check --xyzzy', /There is no option --xyzzy\./],
    ['check --format', /--format needs a value/],
    ['check --format xml', /“xml” is nothing that --format knows: use text, json, sarif, github, junit\./],
    ['rules --format sarif', /“sarif” is nothing that --format knows: use text, json\./],
    ['check --fix=yes', /--fix takes no value/],
    ['check --rule draft', /write --rule ID=SEVERITY/],
    ['check --rule draft=loud', /“loud” is not a severity/],
    ['check --rule missing-titel=off', /There is no rule “missing-titel”\. Did you mean missing-title\?/],
    ['check --rule bodyy=off', /Did you mean body\?/],
    ['check --fail-on never-ever', /“never-ever” is nothing that --fail-on knows/],
    ['check --max-problems -1', /--max-problems needs a whole number, not “-1”/],
    ['check --max-problems many', /--max-problems needs a whole number/],
    ['check --jobs 0', /--jobs needs a number from 1/],
    ['check --shard 3/2', /--shard needs a part/],
    ['check --shard 0/2', /--shard needs a part/],
    ['check --stdin', /--stdin and --stdin-path/],
    ['check --stdin --stdin-path a.md b.md', /no other articles/],
    ['check --fix --fix-dry-run', /either --fix or --fix-dry-run/],
    ['check --output=', /--output needs a path/],
    ['render --fix a.md', /render does not take --fix/],
    ['chek', /“chek” is not a command\. Did you mean check\?/],
    ['explain', /Say one rule/],
    ['explain missing-titel', /Did you mean missing-title\?/],
    ['completion powershell', /bash, zsh or fish/],
    ['check nowhere.md', /nowhere\.md does not exist/],
    ['check no*where.md', /No article is like no\*where\.md/],
  ];
  for (const [args, says] of cases) {
    const { code, out, err } = desk.run(args.split(' '));
    assert.deepEqual([code, out], [2, ''], args);
    assert.match(err, /^copydesk: /, args);
    assert.match(err, says, args);
  }
});

test('every command says what it does, in English and in Chinese', () => {
  for (const command of ['check', 'render', 'rules', 'explain', 'completion', 'lsp']) {
    const { code, out } = desk.run([command, '--help']);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^copydesk ${command}`));
    assert.match(desk.run([command, '--help', '--locale', 'zh-cn']).out, /选项：/);
  }
  const { out } = desk.run(['check', '--help']);
  for (const name of 'format fix fix-dry-run changed stdin rule fail-on max-problems jobs shard cache quiet'.split(' '))
    assert.ok(out.includes(`--${name}`), name);
});

test('behind -- nothing is an option', () => {
  desk.put('--fix.md', head());
  assert.equal(desk.json('--', '--fix.md').files, 1);
});

test('--rule changes the severity of a rule, or of a group; what is given last counts', () => {
  assert.deepEqual(rulesOf('content/news/broken.md'), ['wrong-type error']);
  assert.deepEqual(rulesOf('content/news/broken.md', '--rule', 'wrong-type=hint'), ['wrong-type hint']);
  assert.deepEqual(rulesOf('content/news/broken.md', '--rule', 'fields=off'), []);
  const both = ['--rule', 'fields=off', '--rule', 'wrong-type=warning'];
  assert.deepEqual(rulesOf('content/news/broken.md', ...both), ['wrong-type warning']);
  assert.deepEqual(rulesOf('content/news/broken.md', ...both, '--rule=fields=off'), []);
  for (const group of 'front-matter-syntax fields body links images text newsroom house'.split(' '))
    assert.notEqual(desk.check('content/news/good.md', '--rule', `${group}=off`).code, 2, group);
});

test('the project has its say, and the command line the last word', () => {
  desk.put(
    'copydesk.yaml',
    'rules:\n  wrong-type: warning\noverrides:\n  - files: ["content/news/w*.md"]\n    rules: {body: off}\n',
  );
  try {
    assert.deepEqual(rulesOf('content/news/broken.md'), ['wrong-type warning']);
    assert.ok(!rulesOf('content/news/warned.md').some((rule) => rule.startsWith('literal-emphasis')));
    assert.ok(rulesOf('content/news/warned.md', '--rule', 'body=hint').includes('literal-emphasis hint'));
    desk.put('copydesk.yaml', 'ignore: ["content/news/b*"]\n');
    assert.equal(desk.json('content').files, 2);
    assert.equal(
      desk.json('content/news/broken.md').files,
      0,
      'what the project does not check is not checked when named',
    );
    desk.put('copydesk.yaml', 'ruels: {}\n');
    assert.match(desk.check('content').err, /^copydesk: copydesk\.yaml:1:1: .*rules/);
  } finally {
    desk.put('copydesk.yaml', '');
  }
});

test('--fail-on says from which severity on it fails, --max-problems from how many', () => {
  const code = (...args: string[]) => desk.check(...args).code;
  assert.equal(code('content/news/warned.md'), 0);
  assert.equal(code('content/news/warned.md', '--fail-on', 'warning'), 1);
  assert.equal(code('content/news/broken.md', '--fail-on', 'never'), 0);
  const { length } = desk.json('content/news/warned.md').problems;
  assert.equal(code('content/news/warned.md', '--max-problems', String(length)), 0);
  assert.equal(code('content/news/warned.md', '--max-problems', String(length - 1)), 1);
  assert.equal(code('content/news/good.md', '--max-problems', '0', '--rule', 'text=off'), 0);
});

test('--quiet reports what makes it fail, and nothing when it does not', () => {
  assert.deepEqual(desk.check('content/news/warned.md', '--quiet'), { code: 0, out: '', err: '' });
  const { out } = desk.check('content', '--quiet');
  assert.match(out, /wrong-type/);
  assert.doesNotMatch(out, /literal-emphasis/);
  assert.match(desk.check('content', '--quiet', '--fail-on', 'warning').out, /literal-emphasis/);
});

test('globs, and each article once', () => {
  const files = (...args: string[]) => desk.json(...args).files;
  assert.equal(files('content/**/*.md'), 3);
  assert.equal(files('content/news/{good,warned}.md'), 2);
  assert.equal(files('./content/news/w*.md'), 1);
  assert.equal(files(path.join(desk.folder, 'content/**/g*.md')), 1);
  assert.equal(files('content', 'content/news/good.md', './content/news/good.md', 'content/news'), 3);
});

test('.gitignore is respected, also further down, but not for what is named itself', () => {
  mkdirSync(desk.at('repo/.git/info'), { recursive: true });
  desk.put('repo/.git/info/exclude', 'secret.md\n');
  desk.put('repo/.gitignore', '*.draft.md\n!kept.draft.md\n/site/old/\n');
  desk.put('repo/site/hugo.toml', 'title = "x"\n');
  desk.put('repo/site/content/.gitignore', '/own.md\n');
  for (const name of ['a', 'b.draft', 'kept.draft', 'own', 'secret', 'deeper/own'])
    desk.put(`repo/site/content/${name}.md`, head());
  desk.put('repo/site/old/content/c.md', head());
  const files = (...args: string[]) => desk.json(...args).files;
  assert.equal(files('repo'), 3, 'a, kept.draft, deeper/own');
  assert.equal(files('repo/site/content'), 3, 'what stands above counts, too');
  assert.equal(files('repo/site/content/*.md'), 2);
  assert.equal(files('repo/site/content', '--no-ignore'), 6);
  assert.equal(files('repo/site/content/b.draft.md'), 1);
});

test('rules are listed, for people and for programs', () => {
  const { code, out } = desk.run(['rules']);
  assert.equal(code, 0);
  for (const { id } of all) assert.ok(out.includes(`  ${id} `), id);
  const { version, rules } = JSON.parse(desk.run(['rules', '--format', 'json']).out);
  assert.equal(version, 1);
  assert.deepEqual(
    rules.map(({ id }: { id: string }) => id),
    all.map(({ id }) => id),
  );
  assert.deepEqual(Object.keys(rules[0]), ['id', 'group', 'severity', 'summary', 'page']);
});

test('every rule can be explained', () => {
  const pages = JSON.parse(desk.read('.bin/pages.json'));
  for (const { id } of all) assert.match(pages[id], new RegExp(`^# ${id}\n`));
  const { code, out } = desk.run(['explain', 'missing-title']);
  assert.equal(code, 0);
  assert.match(out, /\(fields, \w+\)\n\n# missing-title\n/);
  assert.match(out, /## Right/);
});

test('a real bash completes commands, options, values and rules', { skip: !existsSync('/bin/bash') }, () => {
  const script = desk.run(['completion', 'bash']).out;
  const complete = (...words: string[]) => {
    const run = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _copydesk 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        ...words,
      ],
      { encoding: 'utf8' },
    );
    assert.equal(run.status, 0, run.stderr);
    return run.stdout.trim().split('\n');
  };
  assert.deepEqual(complete('copydesk', 'ch'), ['check']);
  assert.deepEqual(complete('copydesk', 'check', '--fix'), ['--fix', '--fix-dry-run']);
  assert.deepEqual(complete('copydesk', 'check', '--format', 's'), ['sarif']);
  assert.deepEqual(complete('copydesk', 'check', '--format', '=', 'g'), ['github']);
  assert.deepEqual(complete('copydesk', 'check', '--rule', 'missing-titl'), ['missing-title=']);
  assert.deepEqual(complete('copydesk', 'explain', 'missing-titl'), ['missing-title']);
  assert.deepEqual(complete('copydesk', 'completion', ''), ['bash', 'zsh', 'fish']);
});

test('the scripts for zsh and fish name every command and option', () => {
  const fish = desk.run(['completion', 'fish']).out;
  const zsh = desk.run(['completion', 'zsh']).out;
  for (const name of ['check', 'render', 'explain', 'fix-dry-run', 'cache-location', 'literal-emphasis'])
    assert.ok(fish.includes(name) && zsh.includes(name), name);
  assert.ok(existsSync(path.join(ROOT, 'docs/rules')));
});
