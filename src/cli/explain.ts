import { readFileSync } from 'node:fs';
import path from 'node:path';
import { message } from '../base/message';
import { nearest } from '../base/near';
import { all } from '../rules/all';
import { refuse, type Terminal } from './terminal';

/** Shows the page of a rule. */
export function explain(operands: readonly string[], terminal: Terminal): number {
  const [id, ...more] = operands;
  if (id === undefined || more.length > 0)
    return refuse(terminal, message('Say one rule to explain. copydesk rules lists them.'));
  const rule = all.find((one) => one.id === id);
  if (!rule) {
    const meant = nearest(
      id,
      all.map((one) => one.id),
    );
    return refuse(
      terminal,
      meant === undefined
        ? message('There is no rule “{0}”. copydesk rules lists them.', id)
        : message('There is no rule “{0}”. Did you mean {1}?', id, meant),
    );
  }
  const page = pages()[id];
  if (page === undefined) return refuse(terminal, message('The page of {0} is not here.', id));
  const { translate } = terminal;
  terminal.out(`${translate(rule.summary)} (${rule.group}, ${rule.off ? 'off' : rule.severity})\n\n`);
  terminal.out(terminal.colour ? painted(page) : page);
  return 0;
}

/** Written beside this program when it is built. */
function pages(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(__dirname, 'pages.json'), 'utf8')) as Readonly<Record<string, string>>;
}

/** Headings bold, code in colour, as far as lines tell. */
function painted(page: string): string {
  let inCode = false;
  const lines = page.split('\n').map((line) => {
    const fence = line.startsWith('````');
    if (fence) inCode = !inCode;
    if (fence) return `\u001b[90m${line}\u001b[0m`;
    if (inCode) return `\u001b[36m${line}\u001b[0m`;
    if (/^#+ /.test(line)) return `\u001b[1m${line}\u001b[0m`;
    return line.replace(/`([^`]+)`/g, '\u001b[36m$1\u001b[0m');
  });
  return lines.join('\n');
}
