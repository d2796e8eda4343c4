import type { Shortcode, ShortcodeArgument } from '../article/article';
import { type Message, message } from '../base/message';
import { nearest } from '../base/near';
import { placeOf } from '../hugo/contentPath';
import { findPage, type Pages, pagesOf } from './refs';
import type { Finding, Fix, Rule, Subject } from './rule';

export const brokenRef: Rule = {
  id: 'broken-ref',
  group: 'links',
  summary: message('A `ref` or `relref` to an article that does not exist'),
  severity: 'error',
  *check(subject) {
    // Until every article has been read, one that is not found may still come.
    const { catalog, site } = subject.world;
    if (!catalog.complete) return;
    for (const shortcode of subject.article.body.shortcodes) {
      if (shortcode.broken || shortcode.closing || (shortcode.name !== 'ref' && shortcode.name !== 'relref')) continue;
      // A site's own template may look elsewhere.
      if (site.shortcodes.has(shortcode.name)) continue;
      // Asked late: what most articles ask of the catalog is remembered with what was found in them.
      if (catalog.size === 0) return;
      const argument = pathOf(shortcode);
      if (argument) yield* judged(subject, shortcode, argument);
      else
        yield {
          span: shortcode.span,
          message: message(
            '{0} needs the article to link to: the build fails here. Write for example {1}.',
            shortcode.name,
            '{{< ref "a.md" >}}',
          ),
        };
    }
  },
};

function pathOf({ args }: Shortcode): ShortcodeArgument | undefined {
  return args.find(({ name }) => name === undefined || name === 'path');
}

function* judged(subject: Subject, { args }: Shortcode, argument: ShortcodeArgument): Iterable<Finding> {
  const { catalog, site } = subject.world;
  const ref = argument.value.replace(/[#?].*$/s, '');
  const place = placeOf(site, subject.path);
  if (!place || ref === '' || /^[a-z][a-z+.-]*:/i.test(ref)) return;
  // `{{< ref "a.md" "amp" "en" >}}`
  const asked = args.find(({ name }) => name === 'lang')?.value ?? (argument.name === undefined ? args[2]?.value : '');
  const language = (asked || place.language).toLowerCase();
  const pages = pagesOf(site, catalog).get(language);
  if (!pages) return;
  const { folder } = place;
  const found = findPage(pages, { ref, folder, language, taxonomies: site.taxonomies.values() });
  if (found === 'found' || (found === 'nowhere' && isTerm(subject, ref))) return;
  const { span, valueSpan } = argument;
  yield {
    span: valueSpan.end > valueSpan.start ? valueSpan : span,
    message: told(found, argument.value),
    fixes: found === 'nowhere' ? meant(pages, ref, argument) : [],
  };
}

/** A term's page has a name too. */
function isTerm({ world: { site, catalog } }: Subject, ref: string): boolean {
  const name = ref
    .slice(ref.replace(/\/$/, '').lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(' ', '-');
  for (const taxonomy of site.taxonomies.values())
    for (const term of catalog.terms(taxonomy)) if (term.name.toLowerCase().replaceAll(' ', '-') === name) return true;
  return false;
}

function told(found: 'nowhere' | 'ambiguous' | 'draft', ref: string): Message {
  switch (found) {
    case 'nowhere':
      return message(
        'There is no article “{0}” in this language: the build fails with “REF_NOT_FOUND”. Check its name and folder.',
        ref,
      );
    case 'ambiguous':
      return message(
        'Several articles are named “{0}”: the build fails with “page reference is ambiguous”. Write the folder too.',
        ref,
      );
    case 'draft':
      return message(
        'The article “{0}” is a draft: the build fails with “REF_NOT_FOUND” until it is published. Take the link out until then.',
        ref,
      );
    default:
      return found satisfies never;
  }
}

/** The article of a like name; of a path from a folder, another in the same folder. */
function meant(pages: Pages, ref: string, { valueSpan }: ShortcodeArgument): readonly Fix[] {
  const isPath = ref.includes('/');
  const stem = ref.trim().replace(/^\//, '').replace(/\.md$/i, '');
  const near = isPath ? nearest(stem, pages.regular) : nearest(stem, pages.names.keys());
  if (near === undefined || (!isPath && pages.names.get(near) !== 1)) return [];
  const text = `${isPath ? '/' : ''}${near}.md`;
  return [{ title: message('Write {0}', text), edits: [{ span: valueSpan, text }] }];
}
