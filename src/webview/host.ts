import type { FromPreview, PreviewState } from '../protocol/preview';

interface VsCode {
  postMessage(message: FromPreview): void;
  setState(state: PreviewState): void;
}

declare function acquireVsCodeApi(): VsCode;

/** The extension on the other side; to be asked for once. */
export function connect(): VsCode {
  return acquireVsCodeApi();
}
export type Host = VsCode;
