import { message } from '../base/message';
import type { Rule } from './rule';
import { type Label, sourcedPictures } from './sources';

export const mixedSourceLines: Rule = {
  id: 'mixed-source-lines',
  group: 'text',
  summary: message('Sources of pictures that are written in two ways within one article'),
  severity: 'hint',
  *check(subject) {
    if (subject.article.body.images.length < 2) return;
    const labels = sourcedPictures(subject).flatMap(({ label }) => (label && ALIKE.has(label.word) ? [label] : []));
    const usual = mostUsed(labels);
    if (!usual) return;
    for (const { form, span } of labels) {
      if (form === usual) continue;
      yield {
        span,
        message: message(
          'This article writes “{0}” below other pictures and “{1}” here. Write them all alike.',
          usual.trim(),
          form.trim(),
        ),
        fixes: [{ title: message('Write {0}', usual.trim()), edits: [{ span, text: usual }] }],
      };
    }
  },
};

/** Words that say the same. `截图来源` and `摄影` say more. */
const ALIKE: ReadonlySet<string> = new Set(['图片来源', '圖片來源', '图片提供', '图源', '圖源', '来源', '來源']);

/** The form that stands there most often, of two that are as often the first. */
function mostUsed(labels: readonly Label[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { form } of labels) counts.set(form, (counts.get(form) ?? 0) + 1);
  let usual: string | undefined;
  for (const [form, count] of counts) if (usual === undefined || count > (counts.get(usual) ?? 0)) usual = form;
  return usual;
}
