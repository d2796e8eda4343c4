import { schemaCommentOf } from '../article/schemaComment';
import { message } from '../base/message';
import type { Rule } from './rule';

export const unreadSchema: Rule = {
  id: 'unread-schema',
  group: 'fields',
  summary: message('A `$schema=` comment whose schema cannot be read'),
  severity: 'warning',
  *check({ article, world }) {
    const { unread } = world.schema;
    if (!unread) return;
    // One that the project chose is told where it was chosen.
    const comment = schemaCommentOf(article);
    if (comment)
      yield {
        span: comment.span,
        message: unread.message,
        ...(unread.refused ? { severity: 'information' as const } : {}),
      };
  },
};
