import type { Value } from '../article/frontMatter';
import { type Message, message } from '../base/message';
import { span } from '../base/span';
import { fieldOf, fixesIn } from './fields';
import type { Rule } from './rule';
import { writtenIn } from './written';

export const brokenThumbnail: Rule = {
  id: 'broken-thumbnail',
  group: 'fields',
  summary: message('A thumbnail that no browser can show'),
  severity: 'warning',
  *check(subject) {
    const value = addressIn(fieldOf(subject.article.frontMatter, 'thumbnail')?.value);
    if (value?.kind !== 'string') return;
    const address = value.value.trim();
    const why = faultOf(address === value.value ? address : address || ' ');
    if (!why) return;
    const where = writtenIn(subject.article, value);
    const fix =
      where && SCHEMELESS.test(address) && address === value.value
        ? {
            title: message('Write {0}', `https://${address}`),
            edits: [{ span: span(where.start, where.start), text: 'https://' }],
            preferred: true,
          }
        : undefined;
    yield { span: value.span, message: why, fixes: fixesIn(subject, fix) };
  },
};

function faultOf(address: string): Message | undefined {
  if (address === '') return undefined;
  if (/^!?\[[^\]]*\]\(/.test(address))
    return message(
      'The thumbnail is an address, not Markdown: readers will see a broken image. Keep only what is between the round brackets.',
    );
  if (SCHEME.test(address) || MISTYPED.test(address))
    return message(
      'This is not an address that a reader can open: they will see a broken image. Write https://… or a path such as /img/photo.jpg.',
    );
  if (SCHEMELESS.test(address))
    return message(
      'Without https:// Hugo looks for this below the site itself: readers will see a broken image. Write https:// before it.',
    );
  const other = NOT_A_PICTURE.exec(address.replace(/[?#].*$/s, ''))?.[1];
  if (other !== undefined)
    return message(
      'This is the address of a page or a file (.{0}), not of a picture: readers will see a broken image. Write the address of the picture itself.',
      other,
    );
  if (!/[/.]/.test(address) || /^[^/.]*\s[^/.]*$/.test(address) || /^[^\s/:]+@[^\s/]+$/.test(address))
    return message(
      'The thumbnail must be the address of a picture, and this is a text: readers will see a broken image. Leave it empty when there is none.',
    );
  return undefined;
}

function addressIn(value: Value | undefined): Value | undefined {
  return value?.kind === 'map' ? value.fields.find((field) => field.name === 'src')?.value : value;
}

/** `javascript:`, `file:`, `data:` (which Hugo puts below the site's address), `C:\photo.jpg`. */
const SCHEME = /^(?:javascript|vbscript|file|data|blob|about|mailto):|^[a-z]:[\\/]|^\\\\/i;
/** `https：//`, `https//`, `http:/`, `htps://`. */
const MISTYPED = /^https?(?:：|\/\/|:\/(?!\/)|:(?!\/))|^(?:htt|htp|ttp|htps|htpps|htttps?)s?:\/\//i;
const SCHEMELESS = /^www\.[\w-]+\.[\w.-]+\//i;
/** What never is a picture; an address without a known ending may be one. */
const NOT_A_PICTURE =
  /\.(html?|xhtml|pdf|mp4|m4v|mov|avi|mkv|webm|m3u8|flv|mp3|wav|m4a|ogg|docx?|xlsx?|pptx?|zip|rar|txt|md|json|xml|css|js)$/i;
