import { renameKey } from '../article/edits';
import { message } from '../base/message';
import { nearest } from '../base/near';
import { fixesIn } from './fields';
import type { Rule } from './rule';

export const misspelledKey: Rule = {
  id: 'misspelled-key',
  group: 'fields',
  summary: message('A field name that looks like a slip of a known one'),
  severity: 'warning',
  *check(subject) {
    const { schema, project, site } = subject.world;
    // A schema that allows no other fields says so itself.
    if (schema.own?.closed) return;
    const { fields } = subject.article.frontMatter;
    const present = new Set(fields.map((field) => field.name));
    const own = new Set([...site.taxonomies.values(), ...site.dateOrder].map((name) => name.toLowerCase()));
    for (const field of fields) {
      const { key, name, keySpan } = field;
      if (schema.properties.has(name) || project.allowedKeys.has(name) || own.has(name) || WORDS.has(name)) continue;
      const meant = nearest(name, schema.properties.keys()) ?? ALIKE.get(name);
      // Where the known key stands too, the other one was written on purpose.
      if (meant === undefined || present.has(meant)) continue;
      const known = schema.properties.get(meant)?.key ?? meant;
      const edit = renameKey(subject.article, field, known);
      yield {
        span: keySpan,
        unknownKey: key,
        message: message('Hugo does not know “{0}” and ignores it. Did you mean “{1}”?', key, known),
        fixes: fixesIn(subject, edit && { title: message('Write {0}', known), edits: [edit], preferred: true }),
      };
    }
  },
};

/** Words of their own that happen to be one slip away from a known key: themes and newsrooms use them. */
const WORDS = new Set(
  'image video page pages paper data rate mate height head load read link long land name style state text term tape hype'.split(
    ' ',
  ),
);

/** Other words for known keys, further away than a slip. */
const ALIKE = new Map([
  ['tag', 'tags'],
  ['category', 'categories'],
  ['widget', 'widgets'],
  ['sumary', 'summary'],
  ['side_bar', 'sidebar'],
  ['author_box', 'authorbox'],
  ['thumb', 'thumbnail'],
  ['thumbnails', 'thumbnail'],
]);
