import { message } from '../base/message';
import { termUrlOf } from '../hugo/permalinks';
import { textOf } from './fields';
import type { Rule } from './rule';
import { termFields } from './terms';

export const duplicateTerm: Rule = {
  id: 'duplicate-term',
  group: 'fields',
  summary: message('A tag or category that is listed twice'),
  severity: 'information',
  *check({ article: { frontMatter }, world: { site } }) {
    for (const field of termFields(frontMatter, site)) {
      const seen = new Set<string>();
      const first = new Map<string, string>();
      for (const item of field.value.kind === 'list' ? field.value.items : []) {
        // Hugo takes `AI` and `ai` for one.
        const text = textOf(item) ?? '';
        const name = text.trim().toLowerCase();
        if (name === '') continue;
        if (seen.has(name))
          yield {
            span: item.span,
            message: message('“{0}” is in {1} already: readers will see it twice. Take one out.', text, field.key),
          };
        else {
          // `C#` and `C` differ for readers, and have one page. Letters and digits always stay in an address.
          const plain = /^[\p{L}\p{Nd}]+$/u.test(name);
          const address = plain
            ? `/${field.name}/${name}/`
            : termUrlOf(site, site.defaultLanguage, { taxonomy: field.name, name }).replace(/\/?#.*$/, '/');
          const at = address.indexOf(`/${field.name}/`);
          const key = decoded(at < 0 ? address : address.slice(at));
          const other = first.get(key);
          if (other !== undefined)
            yield {
              span: item.span,
              message: message(
                '“{0}” and “{1}” have one address, {2}, so they are one for Hugo. Choose another name for one of them.',
                text,
                other,
                key,
              ),
            };
          else first.set(key, text);
        }
        seen.add(name);
      }
    }
  },
};

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
