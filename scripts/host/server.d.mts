export interface ServerOptions {
  /** `1.139.1`, `1.100.3`, `newest` (the default) or `oldest`. */
  readonly version?: string;
  /** Packaged extensions to install. */
  readonly vsix?: readonly string[];
  /** User settings, over those of a quiet window. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The connection token; without it none is asked for. */
  readonly token?: string;
  /** `off`: every folder is trusted; `ask`: the window asks; `restricted`: it opens in restricted mode. */
  readonly trust?: 'off' | 'ask' | 'restricted';
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Environment variables for the server, which the extension host inherits. */
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: (text: string) => void;
}

export interface Server {
  readonly port: number;
  /** The server's data folder, removed by `stop`. */
  readonly dir: string;
  readonly pid: number;
  readonly vscode: string;
  readonly token: string | undefined;
  /** Ends the server with all its processes. */
  readonly stop: () => Promise<void>;
  /** Resolves when the server has ended by itself or was ended. */
  readonly exited: Promise<unknown>;
}

/** Starts a prepared VS Code server on 127.0.0.1; prepares it first when it is missing. */
export function startServer(options?: ServerOptions): Promise<Server>;
/** A path as it stands in the addresses of the server: `/c:/news` on Windows. */
export function serverPath(file: string): string;
