import { message } from '../base/message';
import type { Command, Option } from './arguments';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export const FAIL_ON = ['error', 'warning', 'information', 'hint', 'never'] as const;
const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Options that every command takes. */
export const COMMON: readonly Option[] = [
  { name: 'locale', value: 'zh-cn|en', summary: message('language of the messages (default: from LANG)') },
  { name: 'help', short: 'h', summary: message('say what the command does') },
  { name: 'version', summary: message('say which version this is') },
];

const JSON_OR_TEXT: Option = {
  name: 'format',
  value: 'text|json',
  choices: ['text', 'json'],
  summary: message('for people or for programs (default: text)'),
};

const CHECK: readonly Option[] = [
  { name: 'format', value: FORMATS.join('|'), choices: FORMATS, summary: message('how to report (default: text)') },
  { name: 'output', short: 'o', value: 'FILE', summary: message('write the report to a file') },
  { name: 'fix', summary: message('apply the fixes that are safe without looking') },
  { name: 'fix-dry-run', summary: message('print what --fix would change, as a unified diff') },
  {
    name: 'changed',
    value: 'REF',
    optional: true,
    summary: message('only articles that git shows as changed, since HEAD or since a branch left REF'),
  },
  { name: 'stdin', summary: message('check the text on standard input') },
  { name: 'stdin-path', value: 'PATH', summary: message('where the text on standard input belongs') },
  {
    name: 'rule',
    value: 'ID=SEVERITY',
    summary: message('severity of a rule or a group of rules, or off; may be repeated, the last one counts'),
  },
  {
    name: 'fail-on',
    value: FAIL_ON.join('|'),
    choices: FAIL_ON,
    summary: message('exit with 1 from this severity on (default: error)'),
  },
  { name: 'max-problems', value: 'N', summary: message('exit with 1 when there are more, whatever their severity') },
  { name: 'quiet', summary: message('report only what makes the command fail') },
  { name: 'jobs', short: 'j', value: 'N|auto', summary: message('threads (default: auto)') },
  { name: 'shard', value: 'I/N', summary: message('only the I-th of N parts of the articles') },
  { name: 'cache', summary: message('remember what was found in articles that do not change') },
  { name: 'cache-location', value: 'FILE', summary: message('where to remember it (default: .copydesk-cache)') },
  { name: 'no-ignore', summary: message('check what .gitignore leaves out, too') },
];

export const COMMANDS: readonly Command[] = [
  { name: 'check', operands: '[PATHS…]', summary: message('check articles'), options: CHECK },
  {
    name: 'render',
    operands: 'PATHS…',
    summary: message('print an article as Hugo would publish it, or write many'),
    options: [
      { name: 'body', summary: message('the body of the article alone') },
      { name: 'out', value: 'DIR', summary: message('write one .html for each article below this folder') },
    ],
  },
  { name: 'rules', operands: '', summary: message('list the rules'), options: [JSON_OR_TEXT] },
  { name: 'explain', operands: 'RULE', summary: message('show the page of a rule'), options: [] },
  {
    name: 'completion',
    operands: SHELLS.join('|'),
    summary: message('print the completion script of a shell'),
    options: [],
  },
  {
    name: 'lsp',
    operands: '',
    summary: message('the language server over standard input and output, for any editor'),
    options: [{ name: 'stdio', summary: message('over standard input and output, as it is anyway') }],
  },
];

/** Every option, whatever the command. One that several commands have takes a value in all of them or in none. */
export const OPTIONS: readonly Option[] = [...COMMON, ...COMMANDS.flatMap(({ options }) => options)];

/** The shells that there is a completion script for. */
export type Shell = (typeof SHELLS)[number];

export function isShell(name: string): name is Shell {
  return (SHELLS as readonly string[]).includes(name);
}
