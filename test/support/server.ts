import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import { ROOT } from './paths';

/** Bundles the language server as it is shipped. Returns the file and what removes it. */
export function bundleServer(): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-server-'));
  const file = path.join(folder, 'server.js');
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/build.mjs'), '--outdir', folder], { stdio: 'inherit' });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ServerOptions {
  /** The bundle to run. */
  readonly file: string;
  readonly folder: string;
  readonly locale?: string;
  /** What the editor answers for `copydesk` settings. */
  readonly settings?: unknown;
  /** What follows the file; `--stdio` unless said otherwise. */
  readonly args?: readonly string[];
  /** Node's own options, before the file. */
  readonly flags?: readonly string[];
  /** What the editor says of itself besides the usual, or instead of it. */
  readonly initialize?: Readonly<Record<string, unknown>>;
  /** What happens before the editor says `initialized`. */
  readonly beforehand?: (server: RunningServer) => Promise<void>;
}

/** A language server in a process of its own, spoken to as any editor does. */
export class RunningServer {
  private readonly diagnostics = new Map<string, { version: number | undefined; items: Diagnostic[] }>();
  private readonly watchers = new Set<() => void>();
  readonly notifications: { method: string; params: unknown }[] = [];

  private constructor(
    readonly connection: MessageConnection,
    readonly child: ChildProcess,
    readonly folder: string,
    readonly capabilities: Record<string, unknown>,
  ) {}

  static async start({
    file,
    folder,
    locale = 'en',
    settings = null,
    flags,
    args,
    initialize,
    beforehand,
  }: ServerOptions): Promise<RunningServer> {
    const child = spawn(process.execPath, [...(flags ?? []), file, ...(args ?? ['--stdio'])], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => settings));
    const early: { method: string; params: unknown }[] = [];
    let server: RunningServer | undefined;
    connection.onNotification((method, params) => {
      if (server) server.notice(method, params);
      else early.push({ method, params });
    });
    connection.listen();
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: process.pid,
      locale,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'newsroom' }],
      initializationOptions: {},
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
      ...initialize,
    });
    server = new RunningServer(connection, child, folder, capabilities);
    for (const { method, params } of early) server.notice(method, params);
    await beforehand?.(server);
    await connection.sendNotification('initialized', {});
    return server;
  }

  private notice(method: string, params: unknown): void {
    this.notifications.push({ method, params });
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, version, diagnostics } = params as { uri: string; version?: number; diagnostics: Diagnostic[] };
      this.diagnostics.set(uri, { version, items: diagnostics });
    }
    for (const watcher of [...this.watchers]) watcher();
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  async open(name: string, text: string): Promise<string> {
    const uri = this.uri(name);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return uri;
  }

  ask<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** Waits until `pick` finds something in what the server has said so far. */
  until<T>(what: string, pick: () => T | undefined, ms = 10_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pick();
        if (found === undefined) return;
        clearTimeout(timer);
        this.watchers.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.watchers.delete(look);
        reject(new Error(`The server did not say within ${ms} ms: ${what}`));
      }, ms);
      this.watchers.add(look);
      look();
    });
  }

  /** The problems of a document in this version or a later one. */
  problems(uri: string, version = 1): Promise<Diagnostic[]> {
    return this.until(`problems of version ${version}`, () => {
      const known = this.diagnostics.get(uri);
      return known && (known.version ?? 0) >= version ? known.items : undefined;
    });
  }

  /** Problems as last published, whatever version; undefined when none were. */
  published(uri: string): readonly Diagnostic[] | undefined {
    return this.diagnostics.get(uri)?.items;
  }

  /** Ends the server as an editor does. Returns its exit code. */
  async stop(): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await gone;
    this.connection.dispose();
    return code;
  }
}
