import { message } from '../base/message';
import { languageOf } from '../hugo/articles';
import { fieldOf, fixesIn, partsOf, textOf, writingName } from './fields';
import type { Rule } from './rule';

export const contradictoryLanguage: Rule = {
  id: 'contradictory-language',
  group: 'newsroom',
  summary: message('A `lang` that the file name or the folder contradicts'),
  severity: 'information',
  *check(subject) {
    const { article, path, world } = subject;
    const field = fieldOf(article.frontMatter, 'lang');
    if (!field) return;
    const { code, how } = said(languageOf(world.site, path));
    if (how === 'default' && world.site.languages.length < 2) return;
    const items = partsOf(field.value).filter((item) => (textOf(item) ?? '').trim() !== '');
    if (items.some((item) => agree(textOf(item) ?? '', code))) return;
    for (const item of items) {
      const written = (textOf(item) ?? '').trim();
      // A language that the site publishes elsewhere: readers of the wrong one get the article.
      const misplaced = world.site.languages.some((language) => agree(written, language.code));
      yield {
        span: item.span,
        severity: misplaced ? 'warning' : 'information',
        message: message(
          'The article says that its language is “{0}”, but its file name or folder makes it “{1}”: Hugo publishes it there. Move the file, or write {1} here.',
          written,
          code,
        ),
        fixes: items.length === 1 ? fixesIn(subject, demoted(writingName(code, item))) : [],
      };
    }
  },
};

/** Which of the two is wrong only an editor knows. */
function demoted<T extends { readonly preferred?: boolean }>(fix: T | undefined): T | undefined {
  return fix && { ...fix, preferred: false };
}

interface Said {
  readonly code: string;
  readonly how: 'folder' | 'suffix' | 'default';
}

/** What a suffix says to people counts too, where Hugo takes it for a part of the name: `zh-CN` of `a.zh-CN.md`. */
function said({ code, how, suspect }: ReturnType<typeof languageOf>): Said {
  if (how === 'default' && suspect) return { code: suspect.meant ?? suspect.suffix, how: 'suffix' };
  return { code, how };
}

/** `zh` agrees with `zh-cn`; `zh-hk` does not. */
function agree(a: string, b: string): boolean {
  const [one, other] = [a, b].map((code) => code.trim().toLowerCase().replaceAll('_', '-')) as [string, string];
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}
