/** Pieces that break or bend front matter and Markdown. */
const PIECES = [
  ...['"', "'", ':', ': ', '：', '-', '- ', '\n', '\n  ', '\r\n', '\r', '\t', '#', ' #', '[', ']', '{', '}', ','],
  ...['&', '*', '**', '!', '|', '>', '%', '@', '`', '```\n', '\\', '“', '?', '~', '...', '---', '\n---\n', '+++', ' '],
  ...['\u2028', '\ufeff', '😀', '\\q', '<<: ', '\n- ', '=', '!!int ', '&a ', '*a', '![', '](', ')', '<img src=x>'],
  ...['{{<', '>}}', '{{< figure src="a.png" >}}', '{{%', '%}}', '{{</* a */>}}', '中', '\ud800', '\u0000'],
];

/** A generator of numbers in [0, 1) that gives the same ones for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Texts with a few random changes each, most of them near the start, where the front matter is. */
export function mutations(texts: readonly string[], count: number, seed: number): string[] {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return Array.from({ length: count }, () => {
    let text = texts[below(texts.length)]!;
    for (let i = below(3); i >= 0; i--) {
      const at = below(next() < 0.6 ? Math.min(text.length, 500) + 1 : text.length + 1);
      const gone = next() < 0.4 ? below(5) : 0;
      const piece = next() < 0.8 ? PIECES[below(PIECES.length)]! : '';
      text = text.slice(0, at) + piece + text.slice(at + gone);
    }
    return text;
  });
}
