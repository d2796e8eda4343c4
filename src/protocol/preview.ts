/** Messages between the extension and the page inside the preview. Both sides parse what they get. */
export type ToPreview =
  | {
      readonly type: 'render';
      readonly uri: string;
      readonly version: number;
      readonly html: string;
      readonly language: string;
    }
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'failed'; readonly text: string };
export type FromPreview =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly line: number }
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'link'; readonly href: string };
