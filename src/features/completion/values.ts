import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver-types';
import { type Message, message } from '../../base/message';
import { formatNow } from '../../hugo/zone';
import type { Property } from '../../schema/schema';
import type { CompletionContext } from './context';
import { filterText, scalarEdit, type ValueCaret } from './scalar';

interface Suggestion {
  readonly value: string;
  readonly detail?: Message;
  /** What the schema says of this value, Markdown. */
  readonly text?: string;
  /** Written without quotes: true, false. */
  readonly bare?: boolean;
}

/** Values of a field that is not a taxonomy: booleans, allowed values, the site's widgets and languages, the time now. */
export function completeValues(context: CompletionContext, caret: ValueCaret): CompletionItem[] {
  const property = context.world.schema.properties.get(caret.name);
  const present = new Set(caret.siblings);
  return suggestionsFor(context, caret, property)
    .filter((s) => !present.has(s.value))
    .map((suggestion, rank) => itemOf(context, caret, suggestion, rank));
}

function suggestionsFor(context: CompletionContext, caret: ValueCaret, property: Property | undefined): Suggestion[] {
  const { world } = context;
  if (caret.name === 'widgets')
    return caret.place === 'scalar' ? [] : [...world.site.widgets].map((value) => ({ value }));
  if (caret.name === 'lang' || caret.name === 'translations') return languages(context);
  const allowed = caret.place === 'scalar' ? property : property?.items;
  if (property?.format === 'date-time') {
    return [{ value: formatNow(world.now, world.site.timeZone), detail: message('Now, in the time zone of the site') }];
  }
  if (!allowed) return [];
  const values = allowed.values.map((v, i) => ({
    value: String(v),
    bare: typeof v !== 'string',
    text: allowed.valueTexts[i] ?? '',
  }));
  const booleans = allowed.types.includes('boolean') && allowed.values.length === 0 ? ['true', 'false'] : [];
  if (!world.schema.own?.names.has(caret.name)) return [...values, ...booleans.map((value) => ({ value, bare: true }))];
  const listed = [...values, ...booleans.map((value) => ({ value, bare: true }))];
  return listed.length > 0 ? listed : exampleValues(allowed, property, caret);
}

/** What the newsroom's schema has as a default or as examples, where it lists no values. */
function exampleValues(allowed: Property, property: Property | undefined, { place }: ValueCaret): Suggestion[] {
  const ofList = place === 'scalar' ? [] : [property?.initial, ...(property?.examples ?? [])];
  const all = [allowed.initial, ...allowed.examples, ...ofList.flatMap((list) => (Array.isArray(list) ? list : []))];
  const seen = new Set<string>();
  return all.flatMap((one) => {
    const isText = typeof one === 'string' && one !== '';
    const isBare = typeof one === 'number' || (typeof one === 'boolean' && allowed.types.length === 0);
    if (!(isText || isBare) || seen.size === seen.add(String(one)).size) return [];
    return [{ value: String(one), bare: isBare }];
  });
}

/** As the newsroom writes them (`zh-CN`), most used first, then the site's own that nobody has used. */
function languages(context: CompletionContext): Suggestion[] {
  const used = context.world.catalog
    .terms('lang')
    .map((term) => ({ value: term.name, detail: message('{0} articles', term.count) }));
  const known = new Set(used.map((s) => s.value.toLowerCase()));
  const others = context.world.site.languages.filter((l) => !known.has(l.code));
  return [...used, ...others.map((l) => ({ value: l.code }))];
}

function itemOf(context: CompletionContext, caret: ValueCaret, suggestion: Suggestion, rank: number): CompletionItem {
  const { value } = suggestion;
  // A boolean in quotes is a string to Hugo: accepting one takes the typed quotes away.
  const edit = scalarEdit(context, suggestion.bare ? { ...caret, quote: '' } : caret, value);
  return {
    label: value,
    kind: suggestion.bare ? CompletionItemKind.Keyword : CompletionItemKind.EnumMember,
    ...(suggestion.detail ? { detail: context.translate(suggestion.detail) } : {}),
    ...(suggestion.text ? { documentation: { kind: MarkupKind.Markdown, value: suggestion.text } } : {}),
    sortText: String(rank).padStart(5, '0'),
    filterText: filterText(context, caret, value),
    textEdit: suggestion.bare ? { ...edit, newText: `${caret.glued ? ' ' : ''}${value}` } : edit,
  };
}
