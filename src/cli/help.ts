import { type Message, message, type Translate } from '../base/message';
import type { Command, Option } from './arguments';
import { COMMANDS, COMMON } from './commands';

/** What there is to do. */
export function overview(translate: Translate): string {
  const rows = COMMANDS.map((one): Row => [`copydesk ${usageOf(one)}`, translate(one.summary)]);
  return `${[
    translate(message('Usage:')),
    ...table(rows),
    '',
    translate(message('Options of every command:')),
    ...table(optionRows(COMMON, translate)),
    '',
    translate(message('copydesk COMMAND --help says more.')),
  ].join('\n')}\n`;
}

/** What a command does. */
export function helpOf(command: Command, translate: Translate): string {
  const more = moreAbout(command.name);
  return `${[
    `copydesk ${usageOf(command)}`,
    `  ${translate(command.summary)}`,
    '',
    translate(message('Options:')),
    ...table(optionRows([...command.options, ...COMMON], translate)),
    ...(more ? ['', translate(more)] : []),
  ].join('\n')}\n`;
}

function usageOf({ name, operands }: Command): string {
  return operands === '' ? name : `${name} ${operands}`;
}

type Row = readonly [left: string, right: string];

function optionRows(options: readonly Option[], translate: Translate): Row[] {
  return options.map(({ name, short, value, optional, summary }) => {
    const shown = value === undefined ? '' : optional ? `[=${value}]` : ` ${value}`;
    return [`${short === undefined ? '    ' : `-${short}, `}--${name}${shown}`, translate(summary)];
  });
}

/** A name that is wider than the column has its text below it. */
function table(rows: readonly Row[]): string[] {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  );
}

function moreAbout(command: string): Message | undefined {
  switch (command) {
    case 'check':
      return message(
        `PATHS are articles, folders and globs such as "content/**/*.zh-cn.md"; without any, the folder you are in.
Exit code 0: nothing at or above --fail-on; 1: something, or more than --max-problems; 2: could not run, or not read everything.`,
      );
    case 'completion':
      return message(`bash: source <(copydesk completion bash)
zsh:  source <(copydesk completion zsh)
fish: copydesk completion fish | source`);
    default:
      return undefined;
  }
}
