import type { Properties } from 'hast';
import { fieldOf } from '../article/frontMatter';
import { linesOf } from '../base/lines';
import type { Translate } from '../base/message';
import type { PageContext } from '../hugo/pageContext';
import { bodyTree } from './body/tree';
import { htmlOf } from './hast';
import { articleElement, type Drawing } from './page/article';
import { authorbox } from './page/authorbox';
import { pager } from './page/frame';
import { relUrl } from './page/urls';
import { viewOf } from './page/view';
import { adapt, linkWithin } from './preview/adapt';
import { previewMedium } from './preview/cards';
import { pictureProperties } from './preview/pictures';
import { sanitised } from './preview/sanitise';
import type { Source } from './rendering';
import { templateUrl } from './templateUrl';

export interface PreviewSource extends Source {
  readonly context: PageContext;
  readonly translate: Translate;
}

/**
 * The article as readers will see it, for the preview: `<article>` and what the theme puts below it. Sanitised. Blocks carry `data-line`, the
 * zero-based line of the source they begin on, or that of their field in the front matter; pictures of the workspace carry `data-file`, their
 * path below its root, and no `src`.
 */
export function renderPreview({ context, translate, ...source }: PreviewSource): string {
  const { article, site } = source;
  const medium = previewMedium(translate);
  const lines = linesOf(article.text);
  const lineAt = (offset: number) => lines.placeAt(offset).line;
  const body = bodyTree(source, medium);
  adapt(body, source, lineAt);
  const view = viewOf(source, context, body);
  const from = (name: string): Properties => {
    const names = name === 'date' ? site.dateOrder : [name];
    const field = names.map((one) => fieldOf(article.frontMatter, one)).find((one) => one !== undefined);
    return field ? { dataLine: lineAt(field.keySpan.start) } : {};
  };
  const picture = (address: string) => pictureProperties(source, relUrl(site, address));
  const drawing: Drawing = { from, picture, href: templateUrl, icons: false };
  const box = authorbox(view, medium, picture);
  if (box) Object.assign(box.properties, from('authorbox'));
  const parts = [articleElement(view, drawing), box, pager(view)].filter((part) => part !== undefined);
  linkWithin(parts);
  return htmlOf(sanitised(parts));
}
