/** What is known of a picture. `unknown` is not wrong: nothing is said of it. */
export type ImageFact =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'ok';
      readonly mime: string;
      readonly bytes: number;
      readonly width?: number;
      readonly height?: number;
      readonly dataUri?: string;
    }
  | { readonly state: 'broken'; readonly reason: 'missing' | 'not-an-image' | 'refused' | 'too-large' | 'unreachable' };

/** A picture of so many bytes, as a data URI, still fits a hover, which is cut at 100,000 characters. */
export const INLINED_BYTES = 70_000;

/** Facts by address: an URL, or `file:` and the path below the workspace root. */
export interface ImageFacts {
  get(address: string): ImageFact;
}

/** Finds facts. The only part that may use the network. */
export interface ImageProbe {
  /** Looks at a remote picture; an address that is not allowed is `broken: refused`. Never throws. */
  probe(url: string, options: { readonly inline: boolean }): Promise<ImageFact>;
}

export const NO_IMAGE_FACTS: ImageFacts = { get: () => ({ state: 'unknown' }) };
