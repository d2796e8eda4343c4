import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const OFTEN = 4;
const WINDOW = 3 * 60_000; // milliseconds

interface Circumstances {
  /** False while the server is starting: one that dies then dies again. */
  readonly hadStarted: () => boolean;
  /** Tells the editor that nothing more is tried. */
  readonly tell: () => void;
  readonly now?: () => number;
}

/** Starts a server that died once more, but neither a fifth time within three minutes nor one that never came up. */
export function restartUnlessHopeless({ hadStarted, tell, now = Date.now }: Circumstances): ErrorHandler {
  let deaths: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed() {
      const time = now();
      deaths = [...deaths.filter((death) => time - death <= WINDOW), time];
      if (hadStarted() && deaths.length <= OFTEN) return { action: CloseAction.Restart, handled: true };
      tell();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
