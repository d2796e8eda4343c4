/** A piece of a snippet body, as VS Code's snippet syntax has it. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly number: number; readonly inner?: readonly Piece[] }
  | { readonly kind: 'choice'; readonly number: number; readonly options: readonly string[] }
  | { readonly kind: 'variable'; readonly value: string; readonly inner?: readonly Piece[] };

/** The variables of VS Code that our snippets may use; nothing is selected. */
const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2025',
  CURRENT_MONTH: '02',
  CURRENT_DATE: '07',
  CURRENT_HOUR: '19',
  CURRENT_MINUTE: '11',
  CURRENT_SECOND: '57',
  CURRENT_TIMEZONE_OFFSET: '+08:00',
  TM_SELECTED_TEXT: '',
};

/** The text a snippet body inserts when every default is kept and the `choice`-th of each choice (or its last) taken. */
export function expand(body: string, choice: number): string {
  const pieces = parse(body);
  const values = new Map<number, string>();
  const write = (piece: Piece): string => {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'variable':
        return piece.value || (piece.inner ?? []).map(write).join('');
      case 'choice':
        return remember(piece.number, piece.options[Math.min(choice, piece.options.length - 1)]!);
      case 'stop':
        return piece.inner ? remember(piece.number, piece.inner.map(write).join('')) : (values.get(piece.number) ?? '');
      default:
        return piece satisfies never;
    }
  };
  const remember = (number: number, value: string) => {
    values.set(number, value);
    return value;
  };
  return pieces.map(write).join('');
}

/** The numbers of all tab stops of a body, each once, in increasing order. */
export function tabStops(body: string): number[] {
  const numbers = new Set<number>();
  const visit = (piece: Piece): void => {
    if ('number' in piece) numbers.add(piece.number);
    if ('inner' in piece) piece.inner?.forEach(visit);
  };
  parse(body).forEach(visit);
  return [...numbers].sort((a, b) => a - b);
}

function parse(body: string): Piece[] {
  const { pieces, end } = parseUntil(body, 0, false);
  if (end !== body.length) throw new Error(`The snippet is not closed: ${body}`);
  return pieces;
}

/** Reads pieces from `start` to the end of the text, or, when `nested`, to the `}` that closes the placeholder. */
function parseUntil(body: string, start: number, nested: boolean): { pieces: Piece[]; end: number } {
  const pieces: Piece[] = [];
  let at = start;
  while (at < body.length && !(nested && body[at] === '}')) {
    const { piece, end } = parsePiece(body, at, nested);
    pieces.push(piece);
    at = end;
  }
  if (nested && at >= body.length) throw new Error(`A placeholder of the snippet is not closed: ${body}`);
  return { pieces, end: at };
}

function parsePiece(body: string, at: number, nested: boolean): { piece: Piece; end: number } {
  const plain = matchAt(nested ? /(?:[^$}\\]|\\.)+/y : /(?:[^$\\]|\\.)+/y, body, at);
  if (plain) return { piece: { kind: 'text', text: plain[0].replace(/\\([\\$}])/g, '$1') }, end: at + plain[0].length };
  const choice = matchAt(/\$\{(\d+)\|((?:[^|\\]|\\.)+)\|\}/y, body, at);
  if (choice) {
    const options = choice[2]!.match(/(?:[^,\\]|\\.)+/g) ?? [];
    const piece = { kind: 'choice', number: Number(choice[1]), options: options.map((o) => o.replace(/\\(.)/g, '$1')) };
    return { piece: piece as Piece, end: at + choice[0].length };
  }
  const simple = matchAt(/\$(?:(\w+)|\{(\w+)\})/y, body, at);
  if (simple) return { piece: named(simple[1] ?? simple[2]!), end: at + simple[0].length };
  const opening = matchAt(/\$\{(\w+):/y, body, at);
  if (!opening) throw new Error(`The snippet cannot be read at ${at}: ${body}`);
  const inside = parseUntil(body, at + opening[0].length, true);
  return { piece: named(opening[1]!, inside.pieces), end: inside.end + 1 };
}

function named(name: string, inner?: readonly Piece[]): Piece {
  if (/^\d+$/.test(name)) return { kind: 'stop', number: Number(name), inner };
  const value = VARIABLES[name];
  if (value === undefined) throw new Error(`The snippet uses a variable that VS Code does not have: ${name}`);
  return { kind: 'variable', value, inner };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
