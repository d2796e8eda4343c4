import { articleOf } from '../../src/article/articleOf';
import { english, type Translate } from '../../src/base/message';
import { renderBody } from '../../src/render/body';
import { renderPreview } from '../../src/render/preview';
import { NO_CONTEXT } from './noContext';
import { type FileRecord, siteOf } from './siteOf';

export interface RenderOptions {
  /** Lines of the front matter. */
  readonly frontMatter?: string;
  /** The site's configuration and other files. */
  readonly files?: FileRecord;
  readonly path?: string;
  readonly translate?: Translate;
}

/** The published body of Markdown that stands in an article. */
export async function bodyOf(markdown: string, options: RenderOptions = {}): Promise<string> {
  return renderBody(await sourceOf(markdown, options));
}

/** The preview of an article. */
export async function previewOf(markdown: string, options: RenderOptions = {}): Promise<string> {
  const { translate = english } = options;
  return renderPreview({ ...(await sourceOf(markdown, options)), context: NO_CONTEXT, translate });
}

async function sourceOf(markdown: string, options: RenderOptions) {
  const { frontMatter = 'title: A title', files = {}, path = 'content/news/a.md' } = options;
  const site = await siteOf(files);
  return { article: articleOf(`---\n${frontMatter}\n---\n${markdown}`, site.dialect), site, path };
}
