import { Range, type Selection, type TextEditor, window } from 'vscode';
import type { Server } from '../server';
import { dateValue } from './dateValue';
import { siteOf } from './site';

/** Puts "now" in the site's time zone at every caret; on a date field of the front matter it replaces the old value. */
export async function insertDate(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { now } = await siteOf(server, editor.document.uri);
  await editor.edit((edit) => {
    for (const selection of editor.selections) {
      const { range, lead } = target(editor, selection);
      edit.replace(range, lead + now);
    }
  });
}

function target({ document }: TextEditor, selection: Selection): { range: Range; lead: string } {
  const { text, lineNumber } = document.lineAt(selection.active.line);
  const value = selection.isSingleLine ? dateValue(text) : undefined;
  if (!value) return { range: selection, lead: '' };
  // `date:` alone needs its space
  const lead = /[:=]$/.test(text.slice(0, value.start)) ? ' ' : '';
  return { range: new Range(lineNumber, value.start, lineNumber, value.end), lead };
}
