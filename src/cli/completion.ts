import { message } from '../base/message';
import { all } from '../rules/all';
import type { Option } from './arguments';
import { COMMANDS, COMMON, isShell, type Shell } from './commands';
import { RULE_GROUPS } from './ruleChoice';
import { refuse, type Terminal } from './terminal';

/** Prints the script that makes a shell complete the command line. */
export function completion([shell, ...more]: readonly string[], terminal: Terminal): number {
  if (shell === undefined || more.length > 0 || !isShell(shell))
    return refuse(terminal, message('Say for which shell: bash, zsh or fish.'));
  terminal.out(scriptFor(shell, terminal));
  return 0;
}

function scriptFor(shell: Shell, terminal: Terminal): string {
  switch (shell) {
    case 'bash':
      return bash();
    case 'zsh':
      return `autoload -Uz bashcompinit && bashcompinit\n${bash()}`;
    case 'fish':
      return fish(terminal);
    default:
      return shell satisfies never;
  }
}

const RULES = all.map(({ id }) => id);
/** What may stand before the `=` of `--rule`. */
const CHOSEN = [...RULES, ...RULE_GROUPS];
const OPERANDS: Readonly<Record<string, readonly string[]>> = { explain: RULES, completion: ['bash', 'zsh', 'fish'] };

/** Values that an option takes, when they are known. */
function valuesOf({ name, choices }: Option): readonly string[] | undefined {
  if (name === 'rule') return CHOSEN.map((id) => `${id}=`);
  return name === 'locale' ? ['zh-cn', 'en'] : choices;
}

/** Completes values behind `--option=` too, which bash cuts at the `=`. */
function bash(): string {
  const cases = COMMANDS.map((command) => {
    const options = [...command.options, ...COMMON];
    const values = options.flatMap((option) => {
      const known = valuesOf(option);
      const last = option.name === 'rule' ? 'compopt -o nospace; ' : '';
      return known
        ? [`      --${option.name}) ${last}COMPREPLY=($(compgen -W '${known.join(' ')}' -- "$cur")); return;;`]
        : [];
    });
    const operands = OPERANDS[command.name];
    return [
      `    ${command.name})`,
      '      case "$prev" in',
      ...values,
      '      esac',
      `      options='${options.map(({ name }) => `--${name}`).join(' ')}'`,
      ...(operands ? [`      words='${operands.join(' ')}'`] : []),
      '      ;;',
    ].join('\n');
  });
  return `_copydesk() {
  local cur prev command word options words
  COMPREPLY=()
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  if [[ $cur == '=' ]]; then cur=''
  elif [[ $prev == '=' ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] || { command="$word"; break; }
  done
  case "$command" in
${cases.join('\n')}
    *) options='${COMMON.map(({ name }) => `--${name}`).join(' ')}'; words='${COMMANDS.map(({ name }) => name).join(' ')}';;
  esac
  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$cur"))
  elif [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else compopt -o default; fi
}
complete -F _copydesk copydesk
`;
}

function fish({ translate }: Terminal): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const names = COMMANDS.map(({ name }) => name);
  const lines = COMMANDS.flatMap((command) => {
    const when = `-n '__fish_seen_subcommand_from ${command.name}'`;
    const operands = OPERANDS[command.name];
    return [
      `complete -c copydesk -f -n 'not __fish_seen_subcommand_from ${names.join(' ')}' -a ${command.name} -d ${quoted(translate(command.summary))}`,
      ...(operands ? [`complete -c copydesk -f ${when} -a ${quoted(operands.join(' '))}`] : []),
      ...command.options.map(
        (option) => `complete -c copydesk ${when} ${fishOption(option, quoted, translate(option.summary))}`,
      ),
    ];
  });
  const common = COMMON.map(
    (option) => `complete -c copydesk ${fishOption(option, quoted, translate(option.summary))}`,
  );
  return `${[...lines, ...common].join('\n')}\n`;
}

function fishOption(option: Option, quoted: (text: string) => string, summary: string): string {
  const values = valuesOf(option);
  const takes = option.value === undefined || option.optional ? '' : ' -r';
  return [
    `-l ${option.name}${option.short === undefined ? '' : ` -s ${option.short}`}${takes}`,
    ...(values ? [`-f -a ${quoted(values.join(' '))}`] : []),
    `-d ${quoted(summary)}`,
  ].join(' ');
}
