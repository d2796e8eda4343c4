import type { Properties } from 'hast';
import type { Code } from 'mdast';
import { element, text } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';
import { withShortcodes } from '../shortcodes/place';

/** Fenced and indented code. Colours of known languages are not made. */
export function codeHandler(rendering: Rendering): Handle<Code> {
  return (state, node) => {
    const indented = node.data?.indented === true;
    const value = indented ? `${node.value}\n` : endedOnce(node.value);
    const children = withShortcodes(rendering, node, value, (part) => [text(part)]);
    const lang = languageOf(rendering.source.article.text, node);
    const properties: Properties = lang === '' ? {} : { className: [`language-${lang}`], dataLang: lang };
    return placed(state, node, element('pre', indented ? {} : { tabIndex: 0 }, element('code', properties, children)));
  };
}

/** Hugo cuts all empty lines off the end of a fence. */
function endedOnce(value: string): string {
  const kept = value.replace(/\n+$/, '');
  return kept === '' ? '' : `${kept}\n`;
}

/** What stands behind the fence up to a space (a tab is none) or a brace: `go` of "```go {linenos=true}". */
function languageOf(text: string, { lang, meta, position }: Code): string {
  if (!lang) return '';
  if (!meta) return lang.replace(/\{.*/s, '');
  const info = /^[`~]+[ \t]*([^\r\n]*)/.exec(text.slice(position?.start.offset ?? 0))?.[1] ?? lang;
  return info.replace(/[ {].*/s, '');
}
