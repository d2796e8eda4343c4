// HTML blocks: how they begin, and what ends them.

/** `raw` is `<script>` and its like; `block` a known block tag; `tag` any other tag alone on its line. */
export type HtmlKind = 'raw' | 'comment' | 'instruction' | 'declaration' | 'cdata' | 'block' | 'tag';

const ATTRIBUTE =
  '(?:[\\r\\n \\t]+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:[\\r\\n \\t]*=[\\r\\n \\t]*(?:[^"\'=<>`\\x00-\\x20]+|\'[^\']*\'|"[^"]*"))?)';
const NAME = '[A-Za-z][A-Za-z0-9-]*';
/** An opening tag within text, and a closing one; sources of regular expressions. */
export const OPENING_TAG = `<${NAME}${ATTRIBUTE}*[ \\t]*/?>`;
export const CLOSING_TAG = `</${NAME}[\\t\\n\\f\\r ]*>`;

const RAW = /^<(?:script|pre|style|textarea)(?:[\s>]|\/>|$)/i;
const BLOCK = /^<(?:\/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)(?: |>|\/>|$)/;
const ALONE = new RegExp(`^<(/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)(${ATTRIBUTE}*) *(?:>|/>) *$`);

const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem meta nav noframes ol optgroup option p param section source summary table tbody td ' +
    'tfoot th thead title tr track ul'
  ).split(' '),
);

/** Which HTML block begins with this line, if any. `line` begins with `<`; an open paragraph hinders `tag`. */
export function htmlBlockAt(line: string, inParagraph: boolean): HtmlKind | undefined {
  if (RAW.test(line)) return 'raw';
  if (line.startsWith('<!--')) return 'comment';
  if (line.startsWith('<?')) return 'instruction';
  if (line.startsWith('<![CDATA[')) return 'cdata';
  const c = line.charCodeAt(2);
  if (line.charCodeAt(1) === 33 && c > 64 && c < 91) return 'declaration';
  const alone = ALONE.exec(line);
  if (alone !== null) {
    const [, slash, name = '', attributes] = alone;
    const lower = name.toLowerCase();
    if (BLOCK_TAGS.has(lower)) return 'block';
    const raw = lower === 'script' || lower === 'style' || lower === 'pre';
    if (!raw && !inParagraph && !(slash === '/' && attributes)) return 'tag';
  }
  const block = BLOCK.exec(line);
  return block !== null && BLOCK_TAGS.has((block[1] ?? '').toLowerCase()) ? 'block' : undefined;
}

const RAW_END = /<\/(?:script|pre|style|textarea)>/i;

/** Does this line end the block? A blank line, not this, ends `block` and `tag`. */
export function closesHtml(kind: HtmlKind, line: string): boolean {
  switch (kind) {
    case 'raw':
      return RAW_END.test(line);
    case 'comment':
      return line.includes('-->');
    case 'instruction':
      return line.includes('?>');
    case 'declaration':
      return line.includes('>');
    case 'cdata':
      return line.includes(']]>');
    case 'block':
    case 'tag':
      return false;
    default:
      return kind satisfies never;
  }
}
