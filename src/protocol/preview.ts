import { count, type Parse, place, record, text } from './shape';

/** Messages between the extension and the page inside the preview. Both sides parse what they get. Lines are zero-based. */
export type ToPreview =
  | {
      readonly type: 'render';
      readonly uri: string;
      readonly version: number;
      /** What the server rendered: sanitised, blocks carry `data-line`, pictures of the workspace `data-file`. */
      readonly html: string;
      readonly language: string;
      /** Address inside the preview of the folder that `data-file` counts from; empty when there is none. */
      readonly base: string;
      /** How many lines the article has, so that the last block knows where it ends. */
      readonly lines: number;
    }
  /** Shows this place of the source; `3.5` is the middle of line 3. */
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'failed'; readonly text: string; readonly detail: string };
export type FromPreview =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly line: number }
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'link'; readonly href: string };

/** What the page keeps over a reload of the window. */
export interface PreviewState {
  readonly uri: string;
  readonly line: number;
}

export const previewState: Parse<PreviewState> = record<PreviewState>({ uri: text, line: place });

const openMessage = record<{ line: number }>({ line: count });
const scrolledMessage = record<{ line: number }>({ line: place });
const linkMessage = record<{ href: string }>({ href: text });
const kind = record<{ type: string }>({ type: text });

/** Reads a message from the page; undefined for anything we did not send ourselves. */
export const fromPreview: Parse<FromPreview> = (value) => {
  switch (kind(value)?.type) {
    case 'ready':
      return { type: 'ready' };
    case 'open':
      return tagged('open', openMessage(value));
    case 'scrolled':
      return tagged('scrolled', scrolledMessage(value));
    case 'link':
      return tagged('link', linkMessage(value));
    default:
      return undefined;
  }
};

function tagged<K extends string, T extends object>(type: K, fields: T | undefined): ({ type: K } & T) | undefined {
  return fields && { type, ...fields };
}

/** `https://a.cn/b` of a link that may be opened outside; undefined for every other scheme and for addresses within the site. */
export function externalLink(href: string): string | undefined {
  const trimmed = href.trim();
  return /^(?:https?:\/\/|mailto:)/i.test(trimmed) ? trimmed : undefined;
}
