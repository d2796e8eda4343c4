import type { Value } from '../article/frontMatter';
import { type Message, message } from '../base/message';
import type { Fault } from '../schema/faults';

interface About {
  /** As written; empty for the front matter as a whole. */
  readonly key: string;
  readonly value: Value | undefined;
  /** What a key was probably meant to be. */
  readonly meant: string | undefined;
}

/** What is wrong, in the newsroom's own words where its schema has some. */
export function faultMessage(fault: Fault, about: About): Message {
  const own = ownWords(fault);
  if (own !== undefined) return message('{0} (The newsroom’s schema asks for this.)', own);
  return wordsFor(fault, about);
}

/** `errorMessage: "…"`, or `errorMessage: {"pattern": "…"}`, as several editors read it. */
function ownWords({ node, keyword, missing }: Fault): string | undefined {
  const { errorMessage } = node;
  if (typeof errorMessage === 'string' && errorMessage !== '') return errorMessage;
  if (typeof errorMessage !== 'object' || errorMessage === null) return undefined;
  const words = (errorMessage as Readonly<Record<string, unknown>>)[keyword];
  if (typeof words === 'string') return words;
  if (typeof words !== 'object' || words === null || missing === undefined) return undefined;
  const one = (words as Readonly<Record<string, unknown>>)[missing];
  return typeof one === 'string' ? one : undefined;
}

function wordsFor(fault: Fault, { key, meant }: About): Message {
  const { keyword, node } = fault;
  const limit = Number(node[keyword]);
  switch (keyword) {
    case 'required':
      return missingKey(fault);
    case 'type':
      return wrongType(fault, key);
    case 'enum':
    case 'const':
      return fault.values.length === 1
        ? message('The newsroom’s schema asks for {1} in “{0}”.', key, listed(fault.values))
        : message('The newsroom’s schema does not allow this in “{0}”. Write one of {1}.', key, listed(fault.values));
    case 'additionalProperties':
      return meant === undefined
        ? message(
            'The newsroom’s schema does not know the field “{0}”. Take it out, or have it added to the schema.',
            key,
          )
        : message('The newsroom’s schema does not know the field “{0}”. Did you mean “{1}”?', key, meant);
    case 'pattern':
      return noted(node) === ''
        ? message('“{0}” does not have the form that the newsroom’s schema asks for: {1}', key, String(node['pattern']))
        : message('“{0}” does not have the form that the newsroom’s schema asks for: {1}', key, noted(node));
    case 'format':
      return wrongFormat(String(node.format), key);
    case 'minLength':
      return limit === 1
        ? message('“{0}” must not be empty, the newsroom’s schema says.', key)
        : message('“{0}” is too short: the newsroom’s schema asks for at least {1} characters.', key, limit);
    case 'maxLength':
      return message('“{0}” is too long: the newsroom’s schema allows {1} characters.', key, limit);
    case 'minItems':
      return message('“{0}” has too few entries: the newsroom’s schema asks for at least {1}.', key, limit);
    case 'maxItems':
      return message('“{0}” has too many entries: the newsroom’s schema allows {1}.', key, limit);
    case 'uniqueItems':
      return message('“{0}” has the same entry twice, which the newsroom’s schema does not allow.', key);
    case 'minimum':
      return message('“{0}” is too small: the newsroom’s schema asks for at least {1}.', key, limit);
    case 'maximum':
      return message('“{0}” is too large: the newsroom’s schema allows {1} at most.', key, limit);
    case 'exclusiveMinimum':
      return message('“{0}” is too small: the newsroom’s schema asks for more than {1}.', key, limit);
    case 'exclusiveMaximum':
      return message('“{0}” is too large: the newsroom’s schema asks for less than {1}.', key, limit);
    case 'multipleOf':
      return message('“{0}” must be a multiple of {1}, the newsroom’s schema says.', key, limit);
    case 'minProperties':
      return message('“{0}” has too few fields: the newsroom’s schema asks for at least {1}.', key, limit);
    case 'maxProperties':
      return message('“{0}” has too many fields: the newsroom’s schema allows {1}.', key, limit);
    case 'contains':
    case 'minContains':
    case 'maxContains':
      return message('“{0}” does not have the entries that the newsroom’s schema asks for.', key);
    default:
      return otherwise(fault, key);
  }
}

function otherwise({ node, keyword }: Fault, key: string): Message {
  if (keyword === 'oneOf')
    return message('“{0}” fits several forms of the newsroom’s schema, of which only one is allowed.', key);
  return noted(node) === ''
    ? message('“{0}” is not as the newsroom’s schema asks for.', key)
    : message('“{0}” is not as the newsroom’s schema asks for: {1}', key, noted(node));
}

function missingKey({ missing = '', because, node }: Fault): Message {
  if (because !== undefined)
    return message(
      'An article with “{1}” needs “{0}” too, the newsroom’s schema says. Add a line {0}: ….',
      missing,
      because,
    );
  const property = node.properties?.[missing];
  const says = typeof property === 'object' ? noted(property) : '';
  return says === ''
    ? message('The newsroom’s schema asks for “{0}”, which is missing. Add a line {0}: ….', missing)
    : message('The newsroom’s schema asks for “{0}”, which is missing: {1}', missing, says);
}

/** The first sentence of what the schema says to its readers. */
function noted(node: Fault['node'] | { readonly description?: string; readonly title?: string }): string {
  const text = node.description ?? node.title ?? '';
  return text.length > 160 ? `${[...text].slice(0, 160).join('')}…` : text;
}

function wrongType({ types }: Fault, key: string): Message {
  if (types.length !== 1)
    return message('“{0}” is of another kind than the newsroom’s schema allows: {1}.', key, types.join(', '));
  switch (types[0]) {
    case 'string':
      return message('The newsroom’s schema asks for text in “{0}”. Write it in quotes.', key);
    case 'integer':
      return message('The newsroom’s schema asks for a whole number in “{0}”, without quotes.', key);
    case 'number':
      return message('The newsroom’s schema asks for a number in “{0}”, without quotes.', key);
    case 'boolean':
      return message('The newsroom’s schema asks for true or false in “{0}”, without quotes.', key);
    case 'array':
      return message('The newsroom’s schema asks for a list in “{0}”, such as ["…"].', key);
    case 'object':
      return message('The newsroom’s schema asks for fields of its own in “{0}”.', key);
    case 'null':
    case undefined:
      return message('The newsroom’s schema wants “{0}” to be empty.', key);
    default:
      return types[0] satisfies never;
  }
}

function wrongFormat(format: string, key: string): Message {
  switch (format) {
    case 'date':
      return message('The newsroom’s schema asks for a day such as 2025-02-07 in “{0}”.', key);
    case 'date-time':
      return message('The newsroom’s schema asks for a date such as 2025-02-07T19:11:57+08:00 in “{0}”.', key);
    case 'time':
      return message('The newsroom’s schema asks for a time such as 19:11:57 in “{0}”.', key);
    case 'uri':
    case 'url':
      return message('The newsroom’s schema asks for a whole address such as https://example.org/a in “{0}”.', key);
    case 'uri-reference':
      return message(
        'The newsroom’s schema asks for an address in “{0}”; spaces and 汉字 must be written as %20 and the like.',
        key,
      );
    case 'email':
      return message('The newsroom’s schema asks for an e-mail address in “{0}”.', key);
    default:
      return message('“{0}” does not have the form that the newsroom’s schema asks for: {1}', key, format);
  }
}

/** `"a", "b"`; of many, the first. */
function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map((value) => JSON.stringify(value));
  return values.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}
