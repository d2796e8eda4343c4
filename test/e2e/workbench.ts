import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { ROOT } from '../support/paths';
import { placeOf } from './placeOf';

/** How long anything may take to appear, in milliseconds; a busy machine is slow, not wrong. */
const PATIENCE = 30_000;

/** Saves what the page shows as out/pictures/<name>.png. */
export async function picture(page: Page, name: string): Promise<string> {
  const file = path.join(ROOT, 'out/pictures', `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
}

/** A VS Code window, as an editor of articles sees it. Everything waits until it is there; nothing sleeps. */
export class Workbench {
  constructor(
    readonly page: Page,
    /** The folder that the window shows, on disk. */
    readonly folder: string,
  ) {
    page.setDefaultTimeout(PATIENCE);
  }

  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  get #quick(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** Rows of the list under the quick input. */
  get quickRows(): Locator {
    return this.#quick.locator('.monaco-list-row');
  }

  /** Opens a file by the end of its path, and waits until its text is there. */
  async open(file: string): Promise<Locator> {
    const name = path.posix.basename(file);
    await this.until(`${file} is open`, async () => {
      await this.page.keyboard.press('Control+P');
      await this.#quick.locator('input').fill(file, { timeout: 5000 });
      await this.quickRows.filter({ hasText: name }).first().waitFor({ timeout: 5000 });
      await this.page.keyboard.press('Enter');
      await this.editor(name).locator('.view-line').first().waitFor({ timeout: 5000 });
      return true;
    });
    return this.editor(name);
  }

  /** The text editor of a file, named by the end of its path. */
  editor(file: string): Locator {
    const end = file.split('/').map(encodeURIComponent).join('/');
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${end}"]`).first();
  }

  /** Runs a command by its title in the palette. */
  async run(title: string): Promise<void> {
    await this.until(`the command ${title} is offered`, async () => {
      await this.page.keyboard.press('F1');
      await this.#quick.locator('input').fill(`>${title}`, { timeout: 5000 });
      await this.quickRows.filter({ hasText: title }).first().waitFor({ timeout: 5000 });
      return true;
    });
    await this.page.keyboard.press('Enter');
  }

  /** Titles that the palette offers for a word. */
  async offered(word: string): Promise<string[]> {
    await this.page.keyboard.press('F1');
    await this.#quick.locator('input').fill(`>${word}`);
    await this.quickRows.first().waitFor();
    const titles = await this.quickRows.allInnerTexts();
    await this.page.keyboard.press('Escape');
    await this.#quick.waitFor({ state: 'hidden' });
    return titles.map(oneLine);
  }

  /** Answers the quick input that is open (an input box or a pick). */
  async answer(text: string): Promise<void> {
    await this.#quick.locator('input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor at a 1-based line and column of the active editor. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.until(`the cursor is at ${line}:${column}`, async () => {
      await this.page.keyboard.press('Control+G');
      await this.#quick.locator('input').fill(`:${line}:${column}`, { timeout: 5000 });
      await this.page.keyboard.press('Enter');
      await this.#quick.waitFor({ state: 'hidden', timeout: 5000 });
      const there = new RegExp(`Ln ${line}, Col ${column}(?!\\d)`);
      await this.page.locator('.statusbar', { hasText: there }).waitFor({ timeout: 5000 });
      return true;
    });
  }

  /** Types as a person does, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** The rows of the suggestion list that is showing. */
  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** Waits until a suggestion with this text shows, and returns all that show. */
  async suggested(text: string): Promise<string[]> {
    await this.suggestions.filter({ hasText: text }).first().waitFor();
    return (await this.suggestions.allInnerTexts()).map(oneLine);
  }

  /** Takes the suggestion with this text. */
  async accept(text: string): Promise<void> {
    await this.suggestions.filter({ hasText: text }).first().click();
    await this.suggestions.first().waitFor({ state: 'hidden' });
  }

  /** The rows of the Problems panel under their files: a file's own row is on the first level. */
  get #problems(): Locator {
    return this.page.locator('.markers-panel-container .monaco-list-row[aria-level="2"]');
  }

  /** Shows the Problems panel and waits for a problem with this text. */
  async problem(text: string): Promise<Locator> {
    await this.showProblems();
    const row = this.#problems.filter({ hasText: text }).first();
    await row.waitFor();
    return row;
  }

  async showProblems(): Promise<void> {
    const panel = this.page.locator('.markers-panel-container');
    if (await panel.isVisible()) return;
    await this.run('Problems: Focus on Problems View');
    await panel.waitFor();
  }

  /** What the rows of the Problems panel say; the panel shows only the rows that fit. */
  async problems(): Promise<string[]> {
    await this.showProblems();
    return (await this.#problems.allInnerTexts()).map(oneLine);
  }

  /** Points at a text in an editor until a hover with the wanted text (or any) shows, and returns the hover. */
  async hover(editor: Locator, on: string, wanted = ''): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: wanted }).first();
    await this.until(`a hover on ${on}`, async () => {
      await this.page.mouse.move(0, 0);
      await this.#pointAt(editor, on);
      await hover.waitFor({ timeout: 3000 });
      return true;
    });
    return hover;
  }

  /** Points at the middle of a text: a line is cut into spans by its colours, so the place is measured in the page. */
  async #pointAt(editor: Locator, on: string): Promise<void> {
    const box = await editor.evaluate(placeOf, on);
    if (!box) throw new Error(`The editor shows no ${on}.`);
    await this.page.mouse.move(box.x - 2, box.y);
    await this.page.mouse.move(box.x, box.y);
  }

  /** The page inside the preview. */
  get preview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Saves the active editor. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }

  /** Titles of the editor tabs. */
  async tabs(): Promise<string[]> {
    return (await this.page.locator('.tabs-container .tab').allInnerTexts()).map(oneLine);
  }

  picture(name: string): Promise<string> {
    return picture(this.page, name);
  }

  /** Asks again until the answer is true; an attempt that throws counts as no. */
  async until(what: string, ask: () => Promise<boolean>, ms = PATIENCE): Promise<void> {
    let last: unknown;
    for (const end = Date.now() + ms; Date.now() < end; ) {
      try {
        if (await ask()) return;
        last = undefined;
      } catch (error) {
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Waited ${ms / 1000} s in vain: ${what}`, { cause: last });
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
