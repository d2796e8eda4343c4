import { inQuotes } from '../article/edits';
import type { Field, Value } from '../article/frontMatter';
import { type Message, message } from '../base/message';
import type { Severity } from '../project/project';
import { checkValue } from '../schema/checkValue';
import type { JsonType, Property } from '../schema/schema';
import { dateNames } from './dates';
import { fieldsThatCount, fixesIn, isFalsy, writing } from './fields';
import type { Fix, Rule, Subject } from './rule';

export const wrongType: Rule = {
  id: 'wrong-type',
  group: 'fields',
  summary: message('A value of the wrong kind: text where a list belongs, a list where text belongs'),
  severity: 'warning',
  *check(subject) {
    const { schema, site } = subject.world;
    const dates = dateNames(site);
    for (const field of fieldsThatCount(subject.article.frontMatter)) {
      const property = schema.properties.get(field.name);
      if (!property || dates.has(field.name)) continue;
      // What Hugo makes of a field is told here, what the newsroom's own schema asks for by `schema-mismatch`.
      const known = field.name in OUTCOMES || schema.own?.names.has(field.name);
      const harm = OUTCOMES[field.name]?.(field, subject) ?? (known ? undefined : ignored(field, property));
      if (!harm) continue;
      const { span = field.value.span, message, severity } = harm;
      yield { span, message, severity, fixes: fixesIn(subject, fixOf(subject, field, property)) };
    }
  },
};

interface Harm {
  readonly message: Message;
  readonly severity: Severity;
  readonly span?: Value['span'];
}

const error = (text: Message): Harm => ({ message: text, severity: 'error' });
const warning = (text: Message): Harm => ({ message: text, severity: 'warning' });
const information = (text: Message): Harm => ({ message: text, severity: 'information' });

/** What Hugo with Mainroad makes of a value of the wrong kind, by field; a kind that is not named does no harm. */
const OUTCOMES: Readonly<Record<string, (field: Field, subject: Subject) => Harm | undefined>> = {
  title: (field, subject) => {
    const { key, value } = field;
    if (isGroup(value))
      return warning(
        message('The title must be text: Hugo drops this one and the headline is empty. Write title: "…".'),
      );
    if (value.kind === 'boolean') return warning(asWord(key, value));
    return rewritten(field, subject);
  },
  linktitle: textOnly,
  summary: textOnly,
  description: textOnly,
  lead: (field, subject) => {
    const { key, value } = field;
    if (isGroup(value) && !isFalsy(value))
      return warning(
        message('The lead must be text: readers will see it with brackets, such as [a b]. Write lead: "…".'),
      );
    return value.kind === 'boolean' && value.value ? warning(asWord(key, value)) : rewritten(field, subject);
  },
  images: pictureList,
  videos: pictureList,
  tags: listOnly,
  categories: listOnly,
  widgets: listOnly,
  post_meta: listOnly,
  menu: menuOutcome,
  menus: menuOutcome,
  thumbnail: ({ value }) => {
    if (value.kind === 'map')
      return value.fields.some((field) => field.name === 'src')
        ? undefined
        : warning(message('The picture has no address: readers see a broken image. Write src: "…" below thumbnail.'));
    if (value.kind === 'string' || isFalsy(value)) return undefined;
    return warning(
      message(
        'The thumbnail must be the address of a picture: readers will see a broken image. Write thumbnail: "https://…".',
      ),
    );
  },
  authorbox: switchOutcome,
  pager: switchOutcome,
  toc: switchOutcome,
  comments: noEffect('boolean'),
  lang: noEffect('list'),
  translations: noEffect('list'),
  mathjax: ({ value }) =>
    value.kind === 'boolean' || value.kind === 'string' || isFalsy(value)
      ? undefined
      : warning(message('Formulas are typeset only when this is a plain true. Write mathjax: true.')),
  draft: ({ value }) => {
    if (value.kind === 'string' && !SPOKEN.test(value.value))
      return warning(
        message('Hugo does not take “{0}” for true: the article is published. Write true or false.', value.value),
      );
    return isGroup(value)
      ? warning(message('Hugo takes this for false: the article is published. Write true or false.'))
      : undefined;
  },
  // Other values fall back to the right; `unknown-sidebar` says so.
  sidebar: () => undefined,
  // Names are looked at by `unknown-output`.
  outputs: () => undefined,
  _build: ({ key, value }) =>
    value.kind === 'map' || value.kind === 'null'
      ? undefined
      : error(message('{0} must hold keys with values: the build fails here with “expected a map”.', key)),
};

/** Words for yes and no in quotes: `boolean-in-quotes` speaks of them. */
const SPOKEN = /^(?:true|false|yes|no|on|off|1|0|t|f|)$/i;

function isGroup(value: Value): boolean {
  return value.kind === 'list' || value.kind === 'map';
}

function asWord(key: string, value: Value): Message {
  const word = value.kind === 'boolean' ? String(value.value) : '';
  return message(
    'Hugo reads this as yes or no, and readers will see the word “{0}”. Put the text of {1} in quotes.',
    word,
    key,
  );
}

function textOnly(field: Field, subject: Subject): Harm | undefined {
  const { key, value } = field;
  if (isGroup(value) && !isFalsy(value))
    return warning(message('{0} must be text: Hugo ignores this value. Write {0}: "…".', key));
  return value.kind === 'boolean' ? warning(asWord(key, value)) : rewritten(field, subject);
}

/** `007`, `1_000`, `3.10` and `.nan` are numbers, and published as Go writes these. */
function rewritten({ key, value }: Field, { article: { text } }: Subject): Harm | undefined {
  if (value.kind !== 'number') return undefined;
  const written = text.slice(value.span.start, value.span.end);
  const shown = Number.isFinite(value.value) ? String(value.value) : value.value > 0 ? '+Inf' : String(value.value);
  // `!!int "5"` was meant as a number.
  if (written === shown || !/^[-+.\w]+$/.test(written)) return undefined;
  return warning(
    message('Hugo reads this as a number, and readers will see “{0}”. Put the text of {1} in quotes.', shown, key),
  );
}

/** Hugo's own templates for shared links go through the list, where the site uses them. */
function pictureList({ key, value }: Field, { world: { site } }: Subject): Harm | undefined {
  if (value.kind === 'list' || isFalsy(value)) return undefined;
  if (site.found && !isOn(site.params['opengraph']) && !isOn(site.params['twitter_cards'])) return undefined;
  // A map is gone through by its values.
  if (value.kind === 'map' && key.toLowerCase() === 'videos')
    return warning(message('{0} must be a list, such as {0}: ["a"]; Hugo does not understand keys here.', key));
  return error(
    message('{0} must be a list: the build fails here with “range can’t iterate over …”. Write {0}: ["…"].', key),
  );
}

function isOn(param: unknown): boolean {
  return param === true || (typeof param === 'string' && param !== '');
}

function listOnly({ key, value }: Field): Harm | undefined {
  if (value.kind === 'list' || value.kind === 'null') return undefined;
  if (value.kind === 'map')
    return warning(message('{0} must be a list, such as {0}: ["a"]; Hugo does not understand keys here.', key));
  if (isFalsy(value)) return warning(message('{0} must be a list; write {0}: [] when there is nothing in it.', key));
  return error(
    message('{0} must be a list: the build fails here with “range can’t iterate over …”. Write {0}: ["…"].', key),
  );
}

function menuOutcome({ key, value }: Field): Harm | undefined {
  if (value.kind === 'number' || value.kind === 'boolean')
    return information(message('{0} needs the name of a menu, such as "main": Hugo ignores this value.', key));
  if (value.kind !== 'map') return undefined;
  const wrong = value.fields.find((entry) => entry.value.kind !== 'map' && entry.value.kind !== 'null');
  return (
    wrong && {
      ...error(
        message(
          'The menu entry {0} must hold keys such as weight: the build fails here. Leave it empty, or write {0}: {weight: 1}.',
          wrong.key,
        ),
      ),
      span: wrong.value.span,
    }
  );
}

/** Mainroad shows the thing for whatever is not false; numbers and words for it are clear enough. */
function switchOutcome({ key, value }: Field): Harm | undefined {
  const odd = isGroup(value) || (value.kind === 'string' && !SPOKEN.test(value.value));
  return odd && !isFalsy(value)
    ? warning(
        message(
          '{0} takes true or false, and Hugo takes this value for true. Write true or false without quotes.',
          key,
        ),
      )
    : undefined;
}

function noEffect(kind: 'boolean' | 'list') {
  return ({ key, value }: Field): Harm | undefined => {
    if (value.kind === kind || isFalsy(value)) return undefined;
    if (kind === 'boolean')
      return information(
        message('{0} takes true or false; this value has no effect. Write true or false without quotes.', key),
      );
    return information(
      message('{0} should be a list, such as {0}: ["en"], as newsrooms write it. Hugo itself does not read it.', key),
    );
  };
}

/** Of the fields that Hugo takes silently, and those of a project: what the schema says. */
function ignored({ key, value }: Field, property: Property): Harm | undefined {
  const wrong = checkValue(value, property).find((mismatch) => mismatch.kind === 'type');
  if (!wrong || isFalsy(value) || isReadAsNumber(value, property)) return undefined;
  return { ...warning(misfit(key, wrong.expected[0])), span: wrong.span };
}

function misfit(key: string, expected: JsonType | undefined): Message {
  switch (expected) {
    case 'string':
      return message('{0} should be text: Hugo does not use this value as written. Write {0}: "…".', key);
    case 'number':
    case 'integer':
      return message('{0} should be a number: Hugo does not use this value as written. Write {0}: 1.', key);
    case 'boolean':
      return message('{0} should be true or false: Hugo does not use this value as written. Write {0}: true.', key);
    case 'array':
      return message('{0} should be a list: Hugo does not use this value as written. Write {0}: ["…"].', key);
    case 'object':
      return message('{0} should hold fields of its own: Hugo does not use this value as written.', key);
    case 'null':
    case undefined:
      return message('{0} should be empty: Hugo does not use this value.', key);
    default:
      return expected satisfies never;
  }
}

/** Hugo reads `weight: "3"` as 3, and `slug: 5` as text. */
function isReadAsNumber(value: Value, { types }: Property): boolean {
  if (value.kind === 'string')
    return /^[-+]?\d+$/.test(value.value) && types.some((type) => type === 'integer' || type === 'number');
  return (value.kind === 'number' || value.kind === 'boolean') && types.includes('string');
}

/** Brackets round the text where a list belongs; quotes off or on elsewhere are other rules' matter. */
function fixOf(subject: Subject, { name, value }: Field, property: Property): Fix | undefined {
  const { text, frontMatter } = subject.article;
  const { problems } = frontMatter;
  const written = text.slice(value.span.start, value.span.end);
  if (name === 'mathjax' && value.kind === 'number') return writing('true', value.span);
  if (value.kind === 'number' && property.types.includes('string') && !property.types.includes('array'))
    return {
      title: message('Put the whole text in quotes'),
      edits: [{ span: value.span, text: `"${written}"` }],
      preferred: true,
    };
  if (name === 'images' || name === 'videos')
    return value.kind === 'string' && /^["']?[^\s,，、]+["']?$/.test(written) ? listFix(value, written) : undefined;
  if (!property.types.includes('array') || property.types.includes('string') || isGroup(value)) return undefined;
  // A list whose dashes lack a space is not one text, and what runs over lines may be anything.
  const dashes = problems.find(({ code, span }) => code === 'no-space-after-dash' && span.start === value.span.start);
  if (dashes?.fix) return { ...dashes.fix, preferred: false }; // of the two that offer it, `missing-space` is the one to apply
  if (value.kind === 'string' && (/[\r\n]/.test(written) || /^-\S/.test(written))) return undefined;
  return listFix(value, written);
}

/** `"a, b"` → `["a", "b"]`: commas part the items, as they do in a list. */
function listFix(value: Value, written: string): Fix {
  const quote = /^["']/.exec(written)?.[0] ?? '"';
  const text = value.kind === 'string' ? written.replace(/^(["'])(.*)\1$/s, '$2') : written;
  const items = text
    .split(/[,，、]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const plain = value.kind === 'string' && value.style === 'plain';
  const list =
    value.kind !== 'string' ? items : items.map((item) => (plain ? inQuotes(item, '"') : `${quote}${item}${quote}`));
  const meant = `[${isFalsy(value) ? '' : list.join(', ')}]`;
  // `...[a, b]` may be meant as a list already.
  const preferred = !/[[\]{}]/.test(text);
  return { title: message('Make it a list: {0}', meant), edits: [{ span: value.span, text: meant }], preferred };
}
