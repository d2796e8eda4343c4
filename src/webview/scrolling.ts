import type { Host } from './host';

/** Space above the place that is shown, in pixels. */
const MARGIN = 20;
/** How long after a hand moved the page its scrolling counts as theirs, in milliseconds. */
const BY_HAND = 400;

/** The page's side of scrolling together. */
export interface Scrolling {
  /** Scrolls to a place of the source, smoothly within one article. */
  show(place: number): void;
  rendered(uri: string, lines: number): void;
}

interface Anchor {
  readonly line: number;
  /** From the top of the page, in pixels. */
  readonly top: number;
}

/** Keeps the page at the place the editor shows, and tells the editor when a hand scrolls the page. */
export function followScrolling(page: HTMLElement, host: Host): Scrolling {
  const root = document.documentElement;
  const glider = gliderOf(root);
  let uri = '';
  let lines = 0;
  let fresh = true; // another article jumps to its place, it does not travel there
  let handUntil = 0;
  const anchors = () => anchorsOf(page, lines);
  const byHand = () => {
    handUntil = performance.now() + BY_HAND;
    glider.stop();
  };
  for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const)
    window.addEventListener(kind, byHand, { passive: true });
  window.addEventListener('scroll', () => {
    if (uri === '') return;
    const line = placeOfTop(anchors(), root.scrollTop + MARGIN);
    host.setState({ uri, line });
    if (performance.now() > handUntil) return;
    handUntil = performance.now() + BY_HAND / 2; // the page goes on for a while after the hand
    host.postMessage({ type: 'scrolled', line });
  });
  return {
    show(place) {
      if (uri === '' || performance.now() <= handUntil) return;
      const target = Math.max(0, topOfPlace(anchors(), place) - MARGIN);
      if (fresh) root.scrollTo({ top: target });
      else glider.to(target);
      fresh = false;
    },
    rendered(next, count) {
      lines = count;
      if (next === uri) return;
      uri = next;
      fresh = true;
      glider.stop();
      root.scrollTo({ top: 0 });
      host.setState({ uri, line: 0 });
    },
  };
}

/** Scrolls smoothly; at once for a reader who wants no motion. */
function gliderOf(root: HTMLElement): { to(target: number): void; stop(): void } {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let frame = 0;
  const step = (target: number) => {
    const rest = target - root.scrollTop;
    if (Math.abs(rest) < 1 || calm.matches) return root.scrollTo({ top: target });
    const before = root.scrollTop;
    root.scrollTo({ top: before + (Math.abs(rest) < 4 ? rest : rest * 0.3) });
    if (root.scrollTop !== before) frame = requestAnimationFrame(() => step(target));
  };
  return {
    to(target) {
      cancelAnimationFrame(frame);
      step(target);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** Where blocks begin, in both source and page; both only ever grow. Starts at nothing and ends with the page. */
function anchorsOf(page: HTMLElement, lines: number): Anchor[] {
  const offset = document.documentElement.scrollTop;
  const anchors: Anchor[] = [{ line: 0, top: 0 }];
  for (const block of page.querySelectorAll<HTMLElement>('[data-line]')) {
    const line = Number(block.dataset['line']);
    const top = block.getBoundingClientRect().top + offset;
    const last = anchors[anchors.length - 1];
    if (last && line > last.line && top >= last.top) anchors.push({ line, top });
  }
  const last = anchors[anchors.length - 1];
  if (last && lines > last.line) anchors.push({ line: lines, top: document.documentElement.scrollHeight });
  return anchors;
}

function topOfPlace(anchors: readonly Anchor[], place: number): number {
  return between(
    anchors,
    place,
    (anchor) => anchor.line,
    (anchor) => anchor.top,
  );
}

function placeOfTop(anchors: readonly Anchor[], top: number): number {
  return between(
    anchors,
    top,
    (anchor) => anchor.top,
    (anchor) => anchor.line,
  );
}

type Measure = (anchor: Anchor) => number;

/** Reads one measure off the other, in proportion between two blocks. */
function between(anchors: readonly Anchor[], value: number, from: Measure, to: Measure): number {
  const after = anchors.findIndex((anchor) => from(anchor) > value);
  const upper = anchors[after];
  const lower = anchors[after === -1 ? anchors.length - 1 : after - 1];
  if (!lower) return 0;
  if (!upper) return to(lower);
  const span = from(upper) - from(lower);
  return to(lower) + (span === 0 ? 0 : ((value - from(lower)) / span) * (to(upper) - to(lower)));
}
