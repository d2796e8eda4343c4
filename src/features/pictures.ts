import type { Article, ImageUse } from '../article/article';
import type { Value } from '../article/frontMatter';
import { targetAt } from '../article/target';
import type { Span } from '../base/span';
import { type ImageResolution, resolveImage } from '../hugo/resolve';
import type { Site } from '../hugo/site';

/** A picture that the article names under the caret. */
export interface PictureUse {
  readonly span: Span;
  readonly url: string;
  /** Undefined where there is no place for one: `thumbnail`. */
  readonly alt: string | undefined;
  readonly field: string | undefined;
}

/** Front matter fields whose text is a picture's address. */
const PICTURE_FIELDS: ReadonlySet<string> = new Set(['thumbnail', 'images', 'image', 'cover', 'featured_image']);

/** The picture at an offset: an image of the body (Markdown, reference, `<img>`, shortcode) or a front matter picture. */
export function pictureAt(article: Article, offset: number): PictureUse | undefined {
  const target = targetAt(article, offset);
  if (target.kind === 'image') return useOf(target.image);
  if (target.kind !== 'value' || !PICTURE_FIELDS.has(target.field.name)) return undefined;
  return fieldPicture(target.value, target.field.key);
}

function useOf(image: ImageUse): PictureUse {
  return { span: image.span, url: image.url, alt: image.alt, field: undefined };
}

function fieldPicture(value: Value, field: string): PictureUse | undefined {
  return value.kind === 'string' && value.value !== ''
    ? { span: value.span, url: value.value, alt: undefined, field }
    : undefined;
}

/** Where facts about a picture are kept: its URL, or `file:` and the path below the root. Undefined when it needs none. */
export function addressesOf(resolution: ImageResolution): readonly string[] {
  switch (resolution.kind) {
    case 'remote':
      return [resolution.url];
    case 'local':
      return resolution.candidates.map((path) => `file:${path}`);
    case 'data':
    case 'none':
      return [];
    default:
      return resolution satisfies never;
  }
}

/** Where Hugo would take a picture from. @param path of the article, below the root. */
export function resolved(site: Site, path: string, use: PictureUse): ImageResolution {
  return resolveImage(site, path, use.url);
}
