import assert from 'node:assert/strict';
import test from 'node:test';
import { savedAs, typeUntilSuggested } from './article';
import { withWindow } from './window';

test('rules and severities are completed in copydesk.yaml, and what is wrong is underlined', async () => {
  const files = { 'copydesk.yaml': 'rules:\n  drafd: off\n\n' };
  await withWindow('project-file', { files }, async (w) => {
    const editor = await w.open('copydesk.yaml');
    await editor.locator('.squiggly-warning').first().waitFor();
    await w.goTo(3);
    const shown = await typeUntilSuggested(w, '  missing-ti', 'missing-title');
    assert.ok(shown.length > 0);
    await w.picture('project-rule');
    await w.page.keyboard.press('Enter');
    await w.suggested('information');
    await w.picture('project-severity');
    await w.type('hint');
    await w.page.keyboard.press('Escape');
    await savedAs(w, 'copydesk.yaml', 'rules:\n  drafd: off\n  missing-title: hint\n');
  });
});
