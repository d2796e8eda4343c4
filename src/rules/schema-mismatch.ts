import { renameKey } from '../article/edits';
import type { Field, Value } from '../article/frontMatter';
import { message } from '../base/message';
import { nearest } from '../base/near';
import { span } from '../base/span';
import { checkValue } from '../schema/checkValue';
import type { Fault } from '../schema/faults';
import { NEWS_SCHEMA } from '../schema/newsSchema';
import { placeOf } from '../schema/placeOf';
import { fenceOf, fieldsThatCount, fixesIn, isRead, spanOf } from './fields';
import type { Finding, Fix, Rule, Subject } from './rule';
import { valueFixes } from './schemaFixes';
import { faultMessage } from './schemaMessages';

export const schemaMismatch: Rule = {
  id: 'schema-mismatch',
  group: 'fields',
  summary: message('A field that does not fulfil the newsroom’s own JSON Schema'),
  severity: 'warning',
  *check(subject) {
    const { own } = subject.world.schema;
    const { frontMatter } = subject.article;
    if (!own || !isRead(frontMatter)) return;
    const fields = [...fieldsThatCount(frontMatter)];
    for (const fault of own.faultsOf(fields)) {
      const place = placeOf(fields, fault.path);
      if (isToldOtherwise(fault, place, subject)) continue;
      const key = unknownKey(fault, place);
      if (key && subject.world.project.allowedKeys.has(key.name)) continue;
      yield { ...findingOf(fault, place, subject), ...(key ? { unknownKey: key.key } : {}) };
    }
  },
};

interface Place {
  readonly field: Field | undefined;
  readonly value: Value | undefined;
}

/** The field that the schema does not know, when it is one of the front matter's own, which a project may allow. */
function unknownKey({ keyword, path }: Fault, { field }: Place): Field | undefined {
  return keyword === 'additionalProperties' && path.length === 1 ? field : undefined;
}

/** What a rule of Hugo's tells already, with what Hugo does. */
function isToldOtherwise({ keyword, path, missing }: Fault, { field, value }: Place, { kind }: Subject): boolean {
  if (missing !== undefined) return path.length === 0 && kind === 'article' && /^(?:title|date)$/i.test(missing);
  const known = field && NEWS_SCHEMA.properties.get(field.name);
  if (keyword !== 'type' || path.length !== 1 || !known || !value) return false;
  return checkValue(value, known).some((mismatch) => mismatch.kind === 'type' && mismatch.span === value.span);
}

function findingOf(fault: Fault, place: Place, subject: Subject): Finding {
  const { article } = subject;
  const { field, value } = place;
  const meant = meantOf(fault, place, subject);
  const isOfKey = fault.onKey || fault.keyword === 'additionalProperties' || !value;
  const where =
    fault.missing === undefined && field
      ? isOfKey
        ? field.keySpan
        : value.span.end > value.span.start
          ? value.span
          : spanOf(field)
      : missingAt(fault, place, subject);
  const edit = meant !== undefined && isOfKey && field ? renameKey(article, field, meant) : undefined;
  const rename: Fix | undefined = edit && { title: message('Write {0}', meant ?? ''), edits: [edit], preferred: true };
  return {
    span: where,
    message: faultMessage(fault, { key: field?.key ?? '', value, meant }),
    fixes: fixesIn(subject, rename, ...(isOfKey || !value ? [] : valueFixes(fault, value, article))),
  };
}

/** A key that is missing is told where one would write it; one that is there without a value, at that key. */
function missingAt(fault: Fault, { field, value }: Place, { article: { frontMatter } }: Subject): Finding['span'] {
  const inside = fault.path.length === 0 ? frontMatter.fields : value?.kind === 'map' ? value.fields : [];
  const empty = inside.findLast((one) => one.name === fault.missing?.toLowerCase());
  if (empty) return empty.keySpan;
  const because = inside.findLast((one) => one.name === fault.because?.toLowerCase());
  if (because) return because.keySpan;
  if (fault.path.length === 0) return fenceOf(frontMatter);
  return field?.keySpan ?? span(frontMatter.span.start, frontMatter.span.start);
}

/** The key that one which is not allowed was probably meant to be, unless that stands there too. */
function meantOf({ keyword, path, node }: Fault, { field }: Place, { article, world }: Subject): string | undefined {
  if (keyword !== 'additionalProperties' || !field) return undefined;
  const known =
    path.length === 1
      ? [...(world.schema.own?.names ?? [])].map((name) => world.schema.properties.get(name)?.key ?? name)
      : Object.keys(node.properties ?? {});
  const meant = nearest(field.name, known);
  const isThere = path.length === 1 && article.frontMatter.fields.some(({ name }) => name === meant?.toLowerCase());
  return isThere ? undefined : meant;
}
