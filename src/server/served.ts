import type { Connection, InitializeParams } from 'vscode-languageserver';
import { english, type Translate } from '../base/message';
import type { ProjectDocuments } from './projectDocuments';
import type { Publisher } from './publisher';
import type { SchemaFiles } from './schemaFiles';
import type { Session } from './session';

/** What one editor is served with, shared by the parts of the server that answer it. */
export interface Served {
  readonly connection: Connection;
  readonly session: Session;
  readonly publisher: Publisher;
  readonly projects: ProjectDocuments;
  readonly schemas: SchemaFiles;
  readonly client: Client;
  readonly ready: Readiness;
}

/** What the editor said of itself when it connected. */
export interface Client {
  params: InitializeParams | undefined;
  /** Puts messages into its language. */
  translate: Translate;
}

/** An editor that has said nothing yet. */
export function newClient(): Client {
  return { params: undefined, translate: english };
}

/** Whether the sites are known, so that articles can be judged. */
export interface Readiness {
  readonly promise: Promise<void>;
  done(): void;
  is(): boolean;
}

/** Not ready until `done` is called. */
export function readiness(): Readiness {
  let finish = (): void => {};
  let is = false;
  const promise = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    promise,
    done() {
      is = true;
      finish();
    },
    is: () => is,
  };
}
