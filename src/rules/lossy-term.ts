import { message } from '../base/message';
import { termUrlOf } from '../hugo/permalinks';
import { textOf } from './fields';
import type { Rule } from './rule';
import { termFields } from './terms';

export const lossyTerm: Rule = {
  id: 'lossy-term',
  group: 'fields',
  summary: message('A tag or category whose address loses characters'),
  severity: 'information',
  *check({ article: { frontMatter }, world: { site } }) {
    for (const field of termFields(frontMatter, site)) {
      for (const item of field.value.kind === 'list' ? field.value.items : []) {
        const term = textOf(item)?.trim();
        // Letters of any language and digits always stay.
        // What stands for several is told by `merged-terms`.
        if (!term || /^[\p{L}\p{Nd} -]+$/u.test(term) || /[^，、；][，、；][^，、；]/.test(term)) continue;
        // Mainroad's links and browsers stop at `#`.
        const address = termUrlOf(site, site.defaultLanguage, { taxonomy: field.name, name: term }).replace(
          /\/?#.*$/,
          '/',
        );
        const kept = decoded(address.slice(address.indexOf(`/${field.name}/`) + field.name.length + 2));
        if (lettersIn(kept.replace(/\/$/, '')) === lettersIn(term)) continue;
        if (kept.replace(/\/$/, '') === '')
          yield {
            span: item.span,
            severity: 'warning',
            message: message(
              'Nothing of “{0}” can stand in an address: its link leads to {1}, the list of all. Choose a name with letters or digits.',
              term,
              address,
            ),
          };
        else
          yield {
            span: item.span,
            message: message(
              'The address of “{0}” is {1}: some characters are lost, so that it may be the same as that of another name. Choose a name without such characters.',
              term,
              address,
            ),
          };
      }
    }
  },
};

/** `%zz` or half a character stays as it is. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Without case, accents and what stands for a space. */
function lettersIn(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\s\-\p{Mn}]/gu, '')
    .toLowerCase();
}
