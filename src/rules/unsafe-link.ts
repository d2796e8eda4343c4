import { message } from '../base/message';
import { EMPTIED, unlink, writtenLinks } from './links';
import type { Rule } from './rule';

export const unsafeLink: Rule = {
  id: 'unsafe-link',
  group: 'links',
  summary: message('A link with `javascript:` or another address that Hugo empties'),
  severity: 'warning',
  *check(subject) {
    for (const link of writtenLinks(subject)) {
      const scheme = SCRIPTS.exec(link.node.url)?.[0];
      if (scheme === undefined) continue;
      yield {
        span: link.span,
        message: EMPTIED.test(link.node.url)
          ? message(
              'Hugo publishes this link without its address, since {0} can do harm: readers who click it stay where they are. Keep only the words, or write where it leads.',
              scheme,
            )
          : message(
              'Readers cannot open an address that begins with {0}. Keep only the words, or write where it leads.',
              scheme,
            ),
        fixes: [unlink(link, true)],
      };
    }
  },
};

/** `data:` with a picture is published. */
const SCRIPTS = /^(?:javascript:|vbscript:|file:|data:(?!image\/(?:png|gif|jpeg|webp);))/i;
