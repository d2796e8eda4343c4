import type { Nodes } from 'mdast';
import type { Article, ImageUse } from '../article/article';
import type { Placed } from '../article/placed';
import { blockAt } from './places';

/** The line that tells what a picture shows: behind it in its own paragraph, or the short paragraph below. */
export interface Caption {
  readonly block: Placed;
  /** As readers see it, all of it. */
  readonly whole: string;
  /** What it says of the picture: without `△` and without the source. */
  readonly text: string;
}

/** Characters that a caption may have. */
const LONGEST = 80;
/** Parts of a paragraph that may be a picture with its caption. */
const PARTS = 24;

/** The caption of a picture that has a paragraph to itself. */
export function captionOf(article: Article, image: ImageUse): Caption | undefined {
  const { blocks } = article.body.nodes;
  const at = blockAt(blocks, image.span.start);
  if (at?.block.node.type !== 'paragraph') return undefined;
  const own = shownBehind(at.block, image);
  if (own === undefined) return undefined;
  if (own !== '') return captionIn(at.block, own);
  const next = blocks[at.index + 1];
  if (next?.node.type !== 'paragraph' || hasPicture(next.node)) return undefined;
  return captionIn(next, shownOf(next.node));
}

/** What stands behind the picture in its paragraph; undefined when words stand before it or another picture follows. */
function shownBehind({ node, span }: Placed, image: ImageUse): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  if (image.kind === 'shortcode') return image.span.end >= span.end && image.span.start === span.start ? '' : undefined;
  if (node.children.length > PARTS) return undefined;
  let shown: string | undefined;
  for (const child of node.children) {
    const end = child.position?.end.offset ?? 0;
    if (end < image.span.end) {
      if (shownOf(child).trim() !== '') return undefined;
    } else if (shown === undefined) shown = '';
    else {
      if (hasPicture(child)) return undefined;
      shown += shownOf(child);
    }
  }
  return shown?.trim();
}

function captionIn(block: Placed, shown: string): Caption | undefined {
  const whole = shown.replace(/[\s\u00a0\u200b]+/g, ' ').trim();
  if (whole === '' || whole.length > LONGEST) return undefined;
  const marked = MARK.test(whole) || SOURCE.test(whole);
  // What ends as a sentence does is the article going on.
  if (!marked && (/[。！？!?：:；…]["”’」』）)]*$/.test(whole) || /[.]["”’)]*$/.test(whole) || isBold(block.node)))
    return undefined;
  const text = whole
    .replace(MARK, '')
    .replace(SOURCE, '')
    .replace(/[（(\s|｜/，,。]+$/, '')
    .trim();
  return { block, whole, text };
}

/** `△`, `▲`, `图1：`, `图｜` before a caption. */
const MARK = /^[△▲▼▽↑↓◎●■]\s*|^图\s*(?:\d+|[一二三四五六七八九十]+)?\s*[:：|｜/／丨]\s*/;

/** `图源：新华社`, `来源: 路透`, `（新华社记者 某某 摄）`, `Photo: …` at the end of a caption, or all of it. */
const SOURCE =
  /[（(【[]?\s*(?:图片来源|图片源自|圖片來源|图源|圖源|截图来源|数据来源|资料来源|来源|來源|图片|供图|摄影|图|source|sources|photo|credit|image)\s*[:：/／|｜]\s*[^。]*$|[（(]?[^（(。，]{1,16}[摄攝][）)]?$|\/[^/]{1,20}via Getty Images$/i;

function isBold(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong';
}

function hasPicture(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  return 'children' in node && node.children.some((child) => hasPicture(child as Nodes));
}

function shownOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child) => shownOf(child as Nodes)).join('') : '';
}
