import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The icon of the preview in the title of an article's editor. */
export function previewIcon({ page }: Workbench): Locator {
  return page.locator('.editor-actions a.action-label.codicon-browser').first();
}

/** Opens an article and waits until Copydesk knows that it is one: then its icon shows. */
export async function openArticle(w: Workbench, file: string): Promise<Locator> {
  const editor = await w.open(file);
  await previewIcon(w).waitFor();
  return editor;
}

/** Types until a suggestion shows; right after a window opened, the articles may not be read yet, then the last letter is typed again. */
export async function typeUntilSuggested(w: Workbench, text: string, wanted: string): Promise<string[]> {
  const last = text.at(-1) ?? '';
  await w.type(text.slice(0, -1));
  let shown: string[] = [];
  await w.until(`the suggestion ${wanted}`, async () => {
    await w.type(last);
    try {
      await w.suggestions.filter({ hasText: wanted }).first().waitFor({ timeout: 5000 });
    } catch (error) {
      await w.page.keyboard.press('Backspace');
      throw error;
    }
    shown = await w.suggested(wanted);
    return true;
  });
  return shown;
}

/** Saves, and waits until exactly this is in a file of the newsroom. */
export async function savedAs(w: Workbench, name: string, expected: string): Promise<void> {
  let text = '';
  const isThere = async () => {
    await w.save();
    text = readFileSync(path.join(w.folder, name), 'utf8');
    return text === expected;
  };
  await w.until(`${name} is on disk`, isThere, 10_000).catch(() => assert.equal(text, expected));
}

/** Waits until a picture in the page has loaded, and returns its natural width in pixels. */
export async function widthOf(picture: Locator): Promise<number> {
  const width = () => picture.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);
  await picture.waitFor();
  for (const end = Date.now() + 15_000; (await width()) === 0 && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 100));
  return width();
}

/** What stands in the middle of an element on the screen, once it has faded in: red, green and blue from 0 to 255. */
export async function colourOf(element: Locator): Promise<number[]> {
  let before = await colourNow(element);
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await colourNow(element);
    if (now.join() === before.join()) return now;
    before = now;
  }
  return before;
}

async function colourNow(element: Locator): Promise<number[]> {
  const shot = await element.screenshot();
  // A page without the workbench's rules reads the pixels.
  const page = await element.page().context().browser()!.newPage();
  try {
    const data = JSON.stringify(`data:image/png;base64,${shot.toString('base64')}`);
    return await page.evaluate<number[]>(`(async () => {
      const picture = await createImageBitmap(await (await fetch(${data})).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas.drawImage(picture, 0, 0);
      return [...canvas.getImageData(picture.width >> 1, picture.height >> 1, 1, 1).data].slice(0, 3);
    })()`);
  } finally {
    await page.close();
  }
}

/** Whether a colour is what the red pictures of the picture server show. */
export function isRed([red = 0, green = 0, blue = 0]: readonly number[]): boolean {
  return Math.abs(red - 220) < 12 && Math.abs(green - 30) < 12 && Math.abs(blue - 40) < 12;
}
