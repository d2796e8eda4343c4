import type { Span } from '../base/span';
import { type OptionProblem, valueIn } from './options';
import type { SchemaShelf } from './schemaShelf';
import { readGiven } from './yaml';

/** The schemas that a project's file chooses and that cannot be had, told where they are chosen. */
export async function unreadChoices(text: string, shelf: SchemaShelf): Promise<readonly OptionProblem[]> {
  const problems: OptionProblem[] = [];
  for (const { schema, span } of choicesIn(text)) {
    const unread = await shelf.unreadChoice(schema);
    if (unread) problems.push({ span, message: unread.message });
  }
  return problems;
}

/** Where the file names schemas. */
function choicesIn(text: string): readonly { readonly schema: string; readonly span: Span }[] {
  if (!text.includes('schemas')) return [];
  const { value } = readGiven(text);
  const list = value?.kind === 'map' ? valueIn(value, 'schemas') : undefined;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const schema = item.kind === 'map' ? valueIn(item, 'schema') : undefined;
    return schema?.kind === 'scalar' && typeof schema.value === 'string' && schema.value !== ''
      ? [{ schema: schema.value, span: schema.span }]
      : [];
  });
}
