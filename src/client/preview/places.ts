import { Position, Range, type TextEditor, TextEditorRevealType } from 'vscode';

/** The place at the top of the editor; within a wrapped paragraph, how far down it: `12.5`. */
export function topOf(editor: TextEditor): number | undefined {
  const start = editor.visibleRanges[0]?.start;
  if (!start) return undefined;
  const { length } = editor.document.lineAt(start.line).text;
  return start.line + (length === 0 ? 0 : Math.min(start.character / length, 0.999));
}

/** Scrolls so that this place of the source stands at the top. */
export function showAtTop(editor: TextEditor, place: number): void {
  const line = Math.min(Math.floor(place), editor.document.lineCount - 1);
  const { length } = editor.document.lineAt(line).text;
  const at = new Position(line, Math.floor((place - line) * length));
  editor.revealRange(new Range(at, at), TextEditorRevealType.AtTop);
}
