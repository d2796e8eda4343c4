import assert from 'node:assert/strict';
import test from 'node:test';
import { openArticle, savedAs, typeUntilSuggested } from './article';
import { withWindow } from './window';
import type { Workbench } from './workbench';

const NAME = 'content/en/news/harborwire/typed.en.md';
const FRONT = '---\ntitle: "Typed"\ndate: 2026-01-05\ntags:\n  - "shipping"\n\n---\n\nBody.\n';
/** The line of the front matter that is still empty. */
const EMPTY = 6;

/** From now on the page remembers whether a list of suggestions has shown, however shortly. */
async function watchSuggestions(w: Workbench): Promise<() => Promise<boolean>> {
  await w.page.evaluate(`{
    globalThis.suggested = false;
    const look = () => { if (document.querySelector('.suggest-widget.visible')) globalThis.suggested = true; };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
  }`);
  return () => w.page.evaluate('globalThis.suggested');
}

/** Types as an input method does: the letters are underlined while composing, then replaced by the word. */
async function compose(w: Workbench, letters: string, word: string): Promise<void> {
  const keyboard = await w.page.context().newCDPSession(w.page);
  for (let n = 1; n <= letters.length; n++)
    await keyboard.send('Input.imeSetComposition', { text: letters.slice(0, n), selectionStart: n, selectionEnd: n });
  await keyboard.send('Input.insertText', { text: word });
  await keyboard.detach();
}

for (const version of ['newest', 'oldest'])
  test(`a tag, a key and a value are completed while typing, in the ${version} VS Code`, async () => {
    await withWindow(`typing-${version}`, { version, files: { [NAME]: FRONT } }, async (w) => {
      await openArticle(w, 'typed.en.md');
      await w.goTo(EMPTY);
      const shown = await typeUntilSuggested(w, '  - "art', 'artificial intelligence');
      assert.match(shown.find((row) => row.includes('artificial')) ?? '', /\d+ articles?/);
      await w.picture(`completion-tag-${version}`);
      await w.page.keyboard.press('Enter');
      await w.suggestions.first().waitFor({ state: 'hidden' });
      await w.page.keyboard.press('End');
      await w.page.keyboard.press('Enter');
      await w.page.keyboard.press('Home');
      await w.page.keyboard.press('Shift+End');
      await w.type('side');
      await w.suggested('sidebar');
      await w.picture(`completion-key-${version}`);
      await w.page.keyboard.press('Enter');
      // The key brings the list of its values with it.
      await w.suggested('left');
      await w.page.keyboard.press('ArrowDown');
      await w.page.keyboard.press('Enter');
      await savedAs(
        w,
        NAME,
        FRONT.replace('"shipping"\n\n', '"shipping"\n  - "artificial intelligence"\nsidebar: "left"\n'),
      );
    });
  });

test('a Chinese word from an input method asks for suggestions, and the body never does', async () => {
  await withWindow('composing', { files: { [NAME]: FRONT } }, async (w) => {
    const editor = await openArticle(w, 'typed.en.md');
    await w.goTo(EMPTY);
    await w.type('  - ');
    await compose(w, 'gong', '公');
    await w.suggested('公共交通');
    await w.picture('completion-chinese');
    await w.page.keyboard.press('Enter');
    await w.suggestions.first().waitFor({ state: 'hidden' });
    await savedAs(w, NAME, FRONT.replace('"shipping"\n\n', '"shipping"\n  - 公共交通\n'));
    const suggested = await watchSuggestions(w);
    await w.goTo(9, 6);
    await w.type(' tags: har');
    await compose(w, 'gong', '公');
    await w.type(' "ha" - ship **he said.**so');
    // When its problem shows, everything that was typed has been to the server and back.
    await editor.locator('.squiggly-warning').first().waitFor();
    assert.equal(await suggested(), false, 'no suggestion in the body');
    await w.goTo(3, 17);
    await w.page.keyboard.press('Enter');
    await w.type('side');
    await w.suggested('sidebar');
    assert.equal(await suggested(), true, 'it would have been noticed');
  });
});
