/** Numbers in [0, 1) that are the same in each run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x100000000;
  };
}

const INLINE = (
  '* ** *** _ __ ~~ ~ ` `` [ ] ]( ](u) ](<u>) ](u"t") ][ ![ ( ) " \' -- --- ... << >> < > <b> </b> <!--x--> <? ?> <!A ' +
  'http://a.com https://b.cn/x?y=1 www.a.com a@b.cn <http://c.d> &amp; &#65; & \\ \\* 汉 字 。 ， “ ” ！ ® a b ab 1 [^1] [^n] ' +
  "[a] [^x ^ | {#i} x. ! : 0. 　 😀 n't 's é"
).split(' ');
const BLOCK = (
  '#| ##|> |>|- |* |+ |1. |2) |-|   |    |\t| |  |```|~~~|```js|---|===|***|a \\| b|-\\|-|\\|:-:\\|-\\||[^1]: |[^n]:|[a]: /u "t"|[a]: |: |' +
  ':  |:|<div>|</div>|<script>|<!-- |-->|<b>|text|文字|- [ ] |- [x] |{#id .c}| # {.k}|\r|10. |"q"|    code|</pre>'
)
  .replaceAll('\\|', '\u0000')
  .split('|')
  .map((s) => s.replaceAll('\u0000', '|'));
const GAPS = ['', '', '', ' ', ' ', '  \n', '\n', '\\\n'];

/** A small document made of pieces of Markdown. */
export function randomDocument(random: () => number): string {
  const pick = (all: readonly string[]): string => all[Math.floor(random() * all.length)] ?? '';
  const lineEnd = random() < 0.1 ? '\r\n' : '\n';
  const lines: string[] = [];
  for (let left = 1 + Math.floor(random() * 7); left > 0; left--) {
    let line = '';
    for (let n = Math.floor(random() * 4); n > 0; n--) line += pick(BLOCK);
    for (let n = Math.floor(random() * 8); n > 0; n--) line += pick(INLINE) + pick(GAPS);
    lines.push(line);
    if (random() < 0.2) lines.push('');
  }
  return lines.join(lineEnd) + (random() < 0.9 ? lineEnd : '');
}
