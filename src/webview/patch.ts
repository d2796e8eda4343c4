import morphdom from 'morphdom';

/** The element whose children are the blocks of the article's body. */
const BODY = 'post__content';

/** Makes the page equal to `next` in place: what did not change is not touched, so pictures and scrolling stay. */
export function patch(page: HTMLElement, next: HTMLElement): void {
  morphdom(page, next, { childrenOnly: true, onBeforeElChildrenUpdated: patchedAsBlocks });
}

/** The page from its HTML, in a document of its own: nothing loads and nothing runs there. */
export function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

function patchedAsBlocks(from: HTMLElement, to: HTMLElement): boolean {
  if (!from.classList.contains(BODY)) return true;
  patchBlocks(from, to);
  return false;
}

/** Blocks equal at the start and at the end keep their elements; only those between are changed, added or removed. */
function patchBlocks(from: HTMLElement, to: HTMLElement): void {
  const old = Array.from(from.children);
  const fresh = Array.from(to.children);
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && keep(old[start], fresh[start])) start++;
  let end = 0;
  while (end < shorter - start && keep(old[old.length - 1 - end], fresh[fresh.length - 1 - end])) end++;
  const after = old[old.length - end] ?? null;
  const changed = old.slice(start, old.length - end);
  fresh.slice(start, fresh.length - end).forEach((block, index) => {
    const before = changed[index];
    if (before && before.nodeName === block.nodeName) morphdom(before, block);
    else if (before) before.replaceWith(block);
    else from.insertBefore(block, after);
  });
  for (const block of changed.slice(fresh.length - end - start)) block.remove();
}

/** True when both are equal but for their lines, which are taken over. */
function keep(old: Element | undefined, fresh: Element | undefined): boolean {
  if (!old || !fresh || !equalButLines(old, fresh)) return false;
  const lines = [fresh, ...fresh.querySelectorAll('*')];
  [old, ...old.querySelectorAll('*')].forEach((element, index) => {
    const line = lines[index]?.getAttribute('data-line');
    if (line && element.getAttribute('data-line') !== line) element.setAttribute('data-line', line);
  });
  return true;
}

function equalButLines(a: Node, b: Node): boolean {
  if (a.nodeName !== b.nodeName || a.nodeValue !== b.nodeValue || a.childNodes.length !== b.childNodes.length)
    return false;
  if (a instanceof Element && b instanceof Element && attributesOf(a) !== attributesOf(b)) return false;
  for (let x = a.firstChild, y = b.firstChild; x && y; x = x.nextSibling, y = y.nextSibling)
    if (!equalButLines(x, y)) return false;
  return true;
}

function attributesOf(element: Element): string {
  return Array.from(element.attributes, ({ name, value }) => (name === 'data-line' ? '' : `${name}=${value}`))
    .filter(Boolean)
    .sort()
    .join('\n');
}
