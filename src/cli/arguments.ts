import { type Message, message } from '../base/message';
import { nearest } from '../base/near';

/** An option as a command takes it. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  readonly short?: string;
  /** What follows it, as the help shows it: `FILE`. Without one the option stands alone. */
  readonly value?: string;
  /** The value may be left out: `--changed`, `--changed=main`. It then counts as ''. */
  readonly optional?: boolean;
  /** The only values that it takes; completion offers them. */
  readonly choices?: readonly string[];
  readonly summary: Message;
}

/** A command with the options that it takes beside those of every command. */
export interface Command {
  readonly name: string;
  /** What may follow it: `[PATHS…]`. */
  readonly operands: string;
  readonly summary: Message;
  readonly options: readonly Option[];
}

/** Arguments as written, told apart. */
export interface Arguments {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  /** Every value of an option in order; `''` for each time that one stands without a value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Tells options and operands apart. `--name value`, `--name=value` and `-x value` are one and the same; behind `--` nothing is an option.
 * @param options all there are, whatever the command
 */
export function readArguments(
  args: readonly string[],
  options: readonly Option[],
): Arguments | { readonly wrong: Message } {
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg);
      continue;
    }
    const found = optionOf(arg, options);
    if ('wrong' in found) return found;
    const { option } = found;
    let { value } = found;
    if (option.value === undefined && value !== undefined)
      return { wrong: message('--{0} takes no value.', option.name) };
    if (option.value !== undefined && value === undefined && !option.optional) {
      value = args[++i];
      if (value === undefined) return { wrong: message('--{0} needs a value: --{0} {1}.', option.name, option.value) };
    }
    values.set(option.name, [...(values.get(option.name) ?? []), value ?? '']);
  }
  const [command, ...rest] = operands;
  return { command, operands: rest, values };
}

/** What a command cannot do with the arguments: an option of another command, a value that an option does not know. */
export function misfit({ values }: Arguments, command: Command, common: readonly Option[]): Message | undefined {
  const own = [...common, ...command.options];
  for (const [name, given] of values) {
    const option = own.find((one) => one.name === name);
    if (!option) return message('{0} does not take --{1}. Try copydesk {0} --help.', command.name, name);
    const wrong = option.choices && given.find((value) => !option.choices?.includes(value));
    if (wrong !== undefined)
      return message('“{1}” is nothing that --{0} knows: use {2}.', name, wrong, option.choices?.join(', ') ?? '');
  }
  return undefined;
}

/** `--name=value` → the option and its value. */
function optionOf(
  arg: string,
  options: readonly Option[],
): { readonly option: Option; readonly value: string | undefined } | { readonly wrong: Message } {
  const equals = arg.indexOf('=');
  const written = equals < 0 ? arg : arg.slice(0, equals);
  const value = equals < 0 ? undefined : arg.slice(equals + 1);
  const option = options.find(({ name, short }) => written === `--${name}` || written === `-${short}`);
  return option ? { option, value } : { wrong: unknown(written, options) };
}

function unknown(written: string, options: readonly Option[]): Message {
  const meant = nearest(
    written.replace(/^-+/, ''),
    options.map(({ name }) => name),
  );
  return meant === undefined
    ? message('There is no option {0}.', written)
    : message('There is no option {0}. Did you mean --{1}?', written, meant);
}
