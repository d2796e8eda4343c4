import type { Definition } from 'mdast';

/**
 * `gone`: was consumed. `leftover`: a run of emphasis characters that stays text. `run`: such a run, not decided yet.
 * `bracket`: an open `[` or `![`. The rest is what becomes a node.
 */
export type TokenKind =
  | 'gone'
  | 'leftover'
  | 'run'
  | 'bracket'
  | 'code'
  | 'link'
  | 'image'
  | 'html'
  | 'autolink'
  | 'break'
  | 'emphasis'
  | 'checkbox'
  | 'note';

/** Where a link or image leads. */
export interface Target {
  readonly url: string;
  readonly title: string | null;
  /** Set for references. */
  readonly definition?: Definition;
  readonly label?: string;
  readonly referenceType?: 'full' | 'collapsed' | 'shortcut';
}

/** A piece of inline text that is more than text. Tokens form a list; containers hold a list of their own. */
export class Token {
  previous: Token | undefined = undefined;
  next: Token | undefined = undefined;
  /** First child of a container. */
  first: Token | undefined = undefined;
  /** Range of what is inside, for containers and autolinks. */
  innerStart = 0;
  innerEnd = 0;
  /** How deep containers are nested in it. */
  depth = 0;
  /** Characters of a run as it was found; of an emphasis, on each side. */
  length = 0;
  /** The character of a run or emphasis. */
  character = 0;
  canOpen = false;
  canClose = false;
  /** Neighbours among the runs not decided yet. */
  previousRun: Token | undefined = undefined;
  nextRun: Token | undefined = undefined;
  /** The link or image that was made round a run while it was undecided: no emphasis crosses its border. */
  home: Token | undefined = undefined;
  /** `![` rather than `[`. */
  isImage = false;
  /** A bracket before a finished link, or a checked box. */
  flag = false;
  /** Value of code, URL of an autolink, label of a footnote. */
  value = '';
  target: Target | undefined = undefined;

  constructor(
    public kind: TokenKind,
    public start: number,
    public end: number,
  ) {}
}

/** Deepest nesting of emphasis, links and images. Beyond it, the characters stay text. */
export const DEEPEST_INLINE = 100;

/** How deep a container around these siblings, up to `last`, would be. */
export function depthAround(first: Token | undefined, last: Token | undefined): number {
  let depth = 0;
  for (let token = first; token !== undefined; token = token.next) {
    if (token.depth > depth) depth = token.depth;
    if (token === last) break;
  }
  return depth + 1;
}
