import { message } from '../base/message';
import { fieldOf, partsOf, textOf } from './fields';
import type { Rule } from './rule';

export const unknownLanguage: Rule = {
  id: 'unknown-language',
  group: 'fields',
  summary: message('A language in `lang` or `translations` that does not exist'),
  severity: 'information',
  *check({ article: { frontMatter }, world: { site } }) {
    const own = new Set(site.languages.map((language) => language.code));
    for (const name of ['lang', 'translations']) {
      const field = fieldOf(frontMatter, name);
      for (const item of field ? partsOf(field.value) : []) {
        const code = textOf(item)?.trim();
        if (!code || own.has(code.toLowerCase()) || isLanguage(code)) continue;
        yield {
          span: item.span,
          message: message('There is no language “{0}”. Write a code such as zh-CN, en or ja.', code),
        };
      }
    }
  },
};

/** Codes that newsrooms use; others are real when their first part is a language of ISO 639-1. */
const LANGUAGES = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff ' +
    'fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku ' +
    'kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu ' +
    'rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo ' +
    'wa wo xh yi yo za zh zu yue wuu nan hak'
  ).split(' '),
);

function isLanguage(code: string): boolean {
  return LANGUAGES.has(code.toLowerCase().replace(/[-_].*$/s, ''));
}
