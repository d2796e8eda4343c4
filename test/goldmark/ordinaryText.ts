/** A document as a person would write it: whole constructs, well formed, in Chinese and English. */
export function ordinaryDocument(random: () => number): string {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const times = (most: number, make: () => string, between: string): string =>
    Array.from({ length: 1 + Math.floor(random() * most) }, make).join(between);

  const word = (): string =>
    pick(['新闻', '北京', '他说，', '“好”', '2024年', 'Reuters', 'a quick look', 'don’t', '价格：', '（图）']);
  const phrase = (): string => times(3, word, pick(['', ' ']));
  const inline = (depth: number): string => {
    if (depth > 2 || random() < 0.5) return phrase();
    const inner = (): string =>
      pick(['很', '重点', 'very', '第一']) + (random() < 0.3 ? ` ${inline(depth + 1)} ` : '') + pick(['要', '字', 'x']);
    return pick([
      () => ` **${inner()}** `,
      () => ` *${inner()}* `,
      () => ` _${inner()}_ `,
      () => ` ***${pick(['两者', 'both'])}*** `,
      () => ` ~~${inner()}~~ `,
      () => `\`${pick(['code', 'a`b', 'x  y'].slice(0, 1))}\``,
      () => `[${phrase()}](https://example.com/${pick(['a', 'b?c=d&amp;e', 'f_g'])})`,
      () => `[${phrase()}](<a b> "标题")`,
      () => `![${phrase()}](cat.jpg '图')`,
      () => '&copy; \\* &#20013;',
      () => '<b>x</b>',
      () => '<https://example.com/x>',
    ])();
  };
  const line = (): string => times(4, () => inline(0), '').trim();
  const lines = (prefix: string): string =>
    times(3, line, pick(['\n', '  \n', '\\\n'])).replaceAll('\n', `\n${prefix}`);

  const block = (prefix: string, depth: number): string => {
    const nested = (more: string): string =>
      depth > 1
        ? lines(prefix + more)
        : times(2, () => block(prefix + more, depth + 1), `\n${prefix.trimEnd()}${more.trimEnd()}\n${prefix}${more}`);
    return pick([
      () => lines(prefix),
      () => lines(prefix),
      () => `${'#'.repeat(1 + Math.floor(random() * 6))} ${line()}${pick(['', ' #'])}`,
      () => `${line()}\n${prefix}${pick(['---', '==='])}`,
      () => `> ${nested('> ')}`,
      () => times(3, () => `- ${lines(`${prefix}  `)}`, `\n${prefix}`),
      () => times(3, () => `1. ${nested('   ')}`, `\n${prefix}`),
      () => `\`\`\`js\n${prefix}let a = 1\n${prefix}\`\`\``,
      () => `${pick(['***', '- - -'])}`,
      () => `| ${phrase()} | b |\n${prefix}|---|:-:|\n${prefix}| ${phrase()} | ${inline(2).replaceAll('|', '')} |`,
      () => `<div>\n${prefix}x\n${prefix}</div>`,
    ])();
  };
  return `${times(5, () => block('', 0), '\n\n')}\n`;
}
