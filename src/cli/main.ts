import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../package.json';
import { english, isSimplifiedChinese, message, type Translate, translator } from '../base/message';
import { nearest } from '../base/near';
import { type Arguments, type Command, misfit, readArguments } from './arguments';
import { check } from './check';
import { checkOptionsOf } from './checkOptions';
import { COMMANDS, COMMON, OPTIONS } from './commands';
import { completion } from './completion';
import { explain } from './explain';
import { helpOf, overview } from './help';
import { lsp } from './lsp';
import { listRules } from './rules';
import { COULD_NOT_RUN, refuse, type Terminal } from './terminal';
import { runWorker } from './worker';

async function main(args: readonly string[]): Promise<number> {
  const read = readArguments(args, OPTIONS);
  const terminal = await terminalOf('wrong' in read ? undefined : read.values.get('locale')?.at(-1));
  if ('wrong' in read) return refuse(terminal, message('{0} Try copydesk --help.', terminal.translate(read.wrong)));
  if (read.values.has('version')) return say(terminal, `${version}\n`);
  if (read.command === undefined) {
    if (read.values.has('help')) return say(terminal, overview(terminal.translate));
    terminal.err(overview(terminal.translate));
    return COULD_NOT_RUN;
  }
  const command = COMMANDS.find(({ name }) => name === read.command);
  if (!command) return refuse(terminal, unknownCommand(read.command));
  if (read.values.has('help')) return say(terminal, helpOf(command, terminal.translate));
  const wrong = misfit(read, command, COMMON);
  return wrong ? refuse(terminal, wrong) : run(command, read, terminal);
}

async function run({ name }: Command, { operands, values }: Arguments, terminal: Terminal): Promise<number> {
  switch (name) {
    case 'check': {
      const options = checkOptionsOf(operands, values);
      return 'wrong' in options ? refuse(terminal, options.wrong) : check(options, terminal);
    }
    case 'render': {
      const options = { paths: operands, out: values.get('out')?.at(-1), body: values.has('body') };
      if (operands.length === 0) return refuse(terminal, message('Say which article to render.'));
      return (await import('./render')).renderFiles(options, terminal);
    }
    case 'rules':
      return listRules(values.get('format')?.at(-1) === 'json', terminal);
    case 'explain':
      return explain(operands, terminal);
    case 'completion':
      return completion(operands, terminal);
    default:
      return lsp();
  }
}

function unknownCommand(name: string) {
  const meant = nearest(
    name,
    COMMANDS.map((command) => command.name),
  );
  return meant === undefined
    ? message('“{0}” is not a command. Try copydesk --help.', name)
    : message('“{0}” is not a command. Did you mean {1}?', name, meant);
}

async function terminalOf(locale: string | undefined): Promise<Terminal> {
  return {
    translate: await languageOf(locale),
    colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    watched: process.stderr.isTTY === true && !process.env['CI'] && process.env['TERM'] !== 'dumb',
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

async function languageOf(locale: string | undefined): Promise<Translate> {
  const name = locale ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? '';
  if (!isSimplifiedChinese(name)) return english;
  return translator((await import('../../l10n/bundle.l10n.zh-cn.json')).default);
}

/** Who reads may go before everything is written (`| head -1`): the rest is not wanted. Anything else, such as a full disk, is a failure. */
function onBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`copydesk: ${error.message}\n`);
  process.exit(COULD_NOT_RUN);
}

function start(): void {
  process.stdout.on('error', onBrokenOutput);
  process.stderr.on('error', () => {}); // there is nobody left to tell
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`copydesk: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = COULD_NOT_RUN;
    },
  );
}

// Ten thousand articles leave much behind and little to keep: cleared away early, they stay within some hundred megabytes.
setFlagsFromString('--heap-growing-percent=50');
// Threads are this same program.
if (isMainThread) start();
else void runWorker();
