import { parseArgs } from 'node:util';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { version } from '../../package.json';
import { isSimplifiedChinese, message, type Translate, translator } from '../base/message';
import { check } from './check';
import { lsp } from './lsp';
import { renderFiles } from './render';
import { COULD_NOT_RUN, refuse, type Terminal } from './terminal';

const HELP = message(
  `Usage:
  copydesk check [paths…] [--format text|json]   check articles; exit 0: no errors, 1: errors, 2: could not run
  copydesk render FILE [--body]                  print the page, or the article body alone, as Hugo would publish it
  copydesk render PATHS… --out DIR [--body]      write one .html for each article
  copydesk lsp                                   the language server over standard input and output, for any editor

Options:
  --locale zh-cn|en   language of the messages (default: from LANG)
  --version, --help`,
);

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  body: { type: 'boolean', default: false },
  out: { type: 'string' },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  stdio: { type: 'boolean', default: false },
} as const;

async function main(args: readonly string[]): Promise<number> {
  const parsed = read(args);
  const translate = languageOf('values' in parsed ? parsed.values.locale : undefined);
  const terminal: Terminal = {
    translate,
    colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
  if ('wrong' in parsed) return refuse(terminal, message('{0} Try copydesk --help.', parsed.wrong));
  const { values, positionals } = parsed;
  const [command, ...paths] = positionals;
  if (values.version) return say(terminal, version);
  if (values.help || command === undefined)
    return command === undefined && !values.help ? refuse(terminal, HELP) : say(terminal, translate(HELP));
  switch (command) {
    case 'check':
      if (values.format !== 'text' && values.format !== 'json')
        return refuse(terminal, message('“{0}” is not a format: use text or json.', values.format));
      return check({ paths: paths.length > 0 ? paths : ['.'], format: values.format }, terminal);
    case 'render':
      if (paths.length === 0) return refuse(terminal, message('Say which article to render.'));
      return renderFiles({ paths, out: values.out, body: values.body }, terminal);
    case 'lsp':
      return lsp();
    default:
      return refuse(terminal, message('“{0}” is not a command. Try copydesk --help.', command));
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

function say(terminal: Terminal, text: string): number {
  terminal.out(`${text}\n`);
  return 0;
}

function languageOf(locale: string | undefined): Translate {
  const name = locale ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? '';
  return translator(isSimplifiedChinese(name) ? chinese : undefined);
}

/** Who reads may go before everything is written (`| head -1`): the rest is not wanted. Anything else, such as a full disk, is a failure. */
function onBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`copydesk: ${error.message}\n`);
  process.exit(COULD_NOT_RUN);
}

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
