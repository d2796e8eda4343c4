import type { Edit } from '../base/edit';
import { message } from '../base/message';
import { type Span, span } from '../base/span';
import type { Rule } from './rule';

export const trackingParameters: Rule = {
  id: 'tracking-parameters',
  group: 'links',
  summary: message('Parameters in a link that only follow readers about'),
  severity: 'information',
  *check({ article: { body, text } }) {
    const seen = new Set<number>();
    for (const { url, urlSpan } of body.links) {
      // Several references share one address.
      if (!/^https?:\/\/[^?#]*\?/i.test(url) || seen.has(urlSpan.start)) continue;
      seen.add(urlSpan.start);
      const found = trackersIn(text, urlSpan, url);
      if (!found) continue;
      yield {
        span: found.where,
        message: message(
          'Only advertisers need {0}: the link leads to the same page without, and does not tell where readers come from. Take it out.',
          found.names.join(', '),
        ),
        fixes: [{ title: message('Take out {0}', found.names.join(', ')), edits: found.edits, preferred: true }],
      };
    }
  },
};

interface Trackers {
  readonly where: Span;
  readonly names: readonly string[];
  readonly edits: readonly Edit[];
}

/** The parameters of an address as it is written, where `&` may be `&amp;`. */
function trackersIn(text: string, { start, end }: Span, url: string): Trackers | undefined {
  const source = text.slice(start, end);
  const query = /\?[^#]*/.exec(source);
  if (!query) return undefined;
  const host = /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const first = start + query.index + 1;
  const parts = partsOf(query[0].slice(1), first);
  const gone = parts.filter(({ text: part }) => isTracker(part, host));
  if (gone.length === 0) return undefined;
  const names = [...new Set(gone.map(({ text: part }) => nameOf(part)))];
  const where = span(gone[0]!.start, gone.at(-1)!.end);
  if (gone.length === parts.length)
    return { where, names, edits: [{ span: span(first - 1, first - 1 + query[0].length), text: '' }] };
  // With the `&` behind each, or before it when nothing is left behind.
  const kept = parts.filter((part) => !gone.includes(part));
  const last = kept.at(-1)!;
  const edits = gone
    .filter((part) => part.start < last.start)
    .map((part) => ({ span: span(part.start, part.next), text: '' }));
  const tail = gone.at(-1)!;
  if (tail.start > last.start) edits.push({ span: span(last.end, tail.end), text: '' });
  return { where, names, edits };
}

interface Parameter extends Span {
  readonly text: string;
  /** Behind the `&` that follows. */
  readonly next: number;
}

function partsOf(query: string, offset: number): Parameter[] {
  const parts: Parameter[] = [];
  let at = 0;
  for (const { 0: mark, index } of query.matchAll(/&(?:amp;)?/g)) {
    parts.push({
      text: query.slice(at, index),
      start: offset + at,
      end: offset + index,
      next: offset + index + mark.length,
    });
    at = index + mark.length;
  }
  parts.push({ text: query.slice(at), start: offset + at, end: offset + query.length, next: offset + query.length });
  return parts;
}

function nameOf(part: string): string {
  const equals = part.indexOf('=');
  return (equals < 0 ? part : part.slice(0, equals)).replaceAll('\\', '');
}

function isTracker(part: string, host: string): boolean {
  const name = nameOf(part).toLowerCase();
  if (name.startsWith('utm_') || ALWAYS.has(name)) return true;
  const value = part.slice(part.indexOf('=') + 1);
  switch (name) {
    // `spm=a2c6h.12873639.article-detail.1`
    case 'spm':
    case 'scm':
      return /^[\w-]+(?:\.[\w-]*){2,}$/.test(value);
    // What WeChat and Weibo add when an article is shared.
    case 'from':
      return /^(?:timeline|singlemessage|groupmessage|page_\d+|search|ipad)$/.test(value);
    case 'isappinstalled':
      return value === '0' || value === '1';
    case 'ref_src':
    case 'ref_url':
    case 's':
    case 't':
      return /(?:^|\.)(?:twitter|x)\.com$/.test(host) && (name.startsWith('ref_') || /^\d+$|^[\w-]{20,}$/.test(value));
    default:
      return false;
  }
}

/** Names that are used for nothing else. */
const ALWAYS: ReadonlySet<string> = new Set(
  (
    'fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid twclid ttclid igshid srsltid mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id oly_anon_id ' +
    'oly_enc_id s_kwcid li_fat_id guccounter guce_referrer guce_referrer_sig spm_id_from vd_source share_medium share_plat share_session_id ' +
    'share_source share_token wechatshare bsh_bid chksm scene_from wt_mc _openstat'
  ).split(' '),
);
