import type { Shortcode } from '../article/article';
import { message } from '../base/message';
import type { Rule, Subject } from './rule';

export const brokenRef: Rule = {
  id: 'broken-ref',
  group: 'links',
  summary: message('A `ref` or `relref` to an article that does not exist'),
  severity: 'error',
  *check(subject) {
    // Until every article has been read, one that is not found may still come.
    if (!subject.world.catalog.complete || subject.world.catalog.size === 0) return;
    for (const shortcode of subject.article.body.shortcodes) {
      if (shortcode.broken || (shortcode.name !== 'ref' && shortcode.name !== 'relref')) continue;
      const argument = pathOf(shortcode);
      if (!argument)
        yield {
          span: shortcode.span,
          message: message(
            '{0} needs the article to link to: the build fails here. Write for example {1}.',
            shortcode.name,
            '{{< ref "a.md" >}}',
          ),
        };
      else if (!exists(argument.value, subject))
        yield {
          span: argument.valueSpan.end > argument.valueSpan.start ? argument.valueSpan : argument.span,
          message: message(
            'There is no article “{0}”: the build fails with “REF_NOT_FOUND”. Check its name and folder.',
            argument.value,
          ),
        };
    }
  },
};

function pathOf({ args }: Shortcode) {
  return args.find(({ name }) => name === undefined || name === 'path');
}

/**
 * Whether any article could be meant. Hugo looks beside the article, from the root of the content, and for a file or folder of that name anywhere;
 * this takes the end of a path as enough.
 */
function exists(ref: string, { path, world: { catalog, site } }: Subject): boolean {
  const place = ref.replace(/[#?].*$/s, '');
  if (place === '' || place === '/' || /^[a-z][a-z+.-]*:/i.test(place)) return true;
  const wanted = place
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  if (wanted === '') return true;
  const codes = site.languages.map(({ code }) => code);
  if (isAt(path, wanted, codes)) return true;
  for (const brief of catalog.all()) if (isAt(brief.path, wanted, codes)) return true;
  return false;
}

/** `content/news/a.en.md` is at `a`, `a.md`, `a.en.md`, `news/a` …, and `news` is a folder on its way. */
function isAt(path: string, wanted: string, codes: readonly string[]): boolean {
  const lower = path.toLowerCase();
  const bare = lower.replace(/\.(?:md|markdown|mdown|html?)$/, '');
  const suffix = codes.find((code) => bare.endsWith(`.${code}`));
  const named = suffix === undefined ? bare : bare.slice(0, -suffix.length - 1);
  const forms = [lower, bare, named, `${named}.md`];
  if (forms.some((form) => form === wanted || form.endsWith(`/${wanted}`))) return true;
  return `/${lower}`.includes(`/${wanted}/`);
}
