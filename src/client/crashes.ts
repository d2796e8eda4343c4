import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const OFTEN = 4;
const WINDOW = 3 * 60_000; // milliseconds

interface Circumstances {
  /** False while the server is starting: one that dies then dies again. */
  readonly hadStarted: () => boolean;
  /** What the editor is told when nothing more is tried. */
  readonly told: () => string;
  readonly now?: () => number;
}

/** Starts a server that died once more, but neither a fifth time within three minutes nor one that never came up. */
export function restartUnlessHopeless({ hadStarted, told, now = Date.now }: Circumstances): ErrorHandler {
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
      return { action: CloseAction.DoNotRestart, message: told() };
    },
  };
}
