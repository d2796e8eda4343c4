import { contentMountOf } from '../../hugo/contentPath';
import { permalinkOf } from '../../hugo/permalinks';
import type { Source } from '../rendering';

/**
 * The address that `{{< ref "news/a.md#part" >}}` stands for: a path is that of a content file, from the content folder or, when it has no folder
 * or begins with a dot, from the article's own. Whether there is such an article is not asked.
 */
export function refUrl(ref: string, { site, path }: Source): string {
  const [, target = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(ref) ?? [];
  if (target === '') return fragment;
  const own = path.slice(0, path.lastIndexOf('/'));
  const top = contentMountOf(site, path)?.source ?? own;
  const beside = target.startsWith('.') || !target.includes('/');
  const parts: string[] = [];
  for (const part of `${beside ? own : top}/${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const file = parts.join('/');
  return permalinkOf(site, /\.\w+$/.test(file) ? file : `${file}.md`, { title: '', date: '' }) + fragment;
}
