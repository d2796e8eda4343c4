import type { Host } from './host';

/** Links open outside or scroll to their place; a double click leads to the source. */
export function answerClicks(host: Host): void {
  const clicked = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    // VS Code would open more kinds of links by itself than an article should be able to.
    event.preventDefault();
    event.stopImmediatePropagation();
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) goTo(href.slice(1));
    else host.postMessage({ type: 'link', href });
  };
  document.addEventListener('click', clicked, true);
  document.addEventListener('auxclick', clicked, true);
  document.addEventListener('dblclick', (event) => {
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    const line = Number(block?.dataset['line']);
    if (!block || !Number.isInteger(line)) return;
    getSelection()?.removeAllRanges(); // the word is looked at in the source now
    host.postMessage({ type: 'open', line });
  });
}

function goTo(fragment: string): void {
  const place = document.getElementById(fragment) ?? document.getElementById(decoded(fragment));
  place?.scrollIntoView({ behavior: 'smooth', block: 'center' });
}

/** `%E8%B0%81` as it stands in ids; a broken escape stays what it is. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
