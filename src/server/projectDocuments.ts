import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { linesOf } from '../base/lines';
import type { Translate } from '../base/message';
import { uriOf } from '../base/uris';
import { optionDiagnostic } from '../features/lsp';
import { PROJECT_FILES } from '../project/readProject';
import { WORDS_FILE } from '../project/readWords';
import type { Send } from './publisher';
import type { Root } from './root';
import type { Session } from './session';

/** After the last change of a project's file, in milliseconds, all that is open is judged by it. */
const REST = 300;

/** True for `copydesk.yaml` and its like in any folder. */
export function isProjectDocument(uri: string): boolean {
  return [...PROJECT_FILES, WORDS_FILE].some((name) => uri.endsWith(`/${name}`));
}

/** The files in which projects choose: what is open counts as it is typed, and what is wrong in them is told, open or not. */
export class ProjectDocuments {
  private readonly documents = new Map<string, TextDocument>();
  private readonly resting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Of each root, the files that have problems in the panel. */
  private readonly told = new Map<Root, readonly string[]>();
  /** Called when a project was read again. */
  onRead: () => void = () => {};

  constructor(
    private readonly session: Session,
    private readonly send: Send,
    private readonly translate: () => Translate,
  ) {}

  get(uri: string): TextDocument | undefined {
    return this.documents.get(uri);
  }

  open({ uri, languageId, version, text }: { uri: string; languageId: string; version: number; text: string }): void {
    this.documents.set(uri, TextDocument.create(uri, languageId, version, text));
    this.type(uri, text);
    void this.read(uri);
  }

  change({ uri, version }: { uri: string; version: number }, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.documents.get(uri);
    if (!document) return;
    const changed = TextDocument.update(document, [...changes], version);
    this.documents.set(uri, changed);
    this.type(uri, changed.getText());
    clearTimeout(this.resting.get(uri));
    this.resting.set(
      uri,
      setTimeout(() => void this.read(uri), REST),
    );
  }

  close(uri: string): void {
    this.documents.delete(uri);
    clearTimeout(this.resting.get(uri));
    this.resting.delete(uri);
    this.type(uri, undefined);
    void this.read(uri);
  }

  /** The file is gone, though an editor may keep its text for a while: it counts no more until someone types in it. */
  deleted(uri: string): void {
    if (isProjectDocument(uri)) this.type(uri, undefined);
  }

  private type(uri: string, text: string | undefined): void {
    const { root, path } = this.session.placeOf(uri);
    root.type(path, text);
  }

  private async read(uri: string): Promise<void> {
    const { root } = this.session.placeOf(uri);
    if (!this.session.allRoots().includes(root) || !(await root.readProject())) return;
    this.publish(root);
    this.onRead();
  }

  /** Tells what is wrong in a root's files, and takes back what was wrong in one that is no more. */
  publish(root: Root): void {
    const before = this.told.get(root) ?? [];
    const now: string[] = [];
    const file = root.projectFile;
    for (const { path, text, problems } of [file, file.words]) {
      const uri = path === undefined ? undefined : uriOf(root.uri, path);
      if (uri === undefined || (problems.length === 0 && !before.includes(uri))) continue;
      if (problems.length > 0) now.push(uri);
      const lines = linesOf(text);
      this.send(
        uri,
        undefined,
        problems.map((problem) => optionDiagnostic(problem, lines, this.translate())),
      );
    }
    const paths = [file.path, file.words.path].map((path) => path && uriOf(root.uri, path));
    for (const uri of before) if (!paths.includes(uri)) this.send(uri, undefined, []);
    this.told.set(root, now);
  }

  /** The root is no more. */
  forget(root: Root): void {
    for (const uri of this.told.get(root) ?? []) this.send(uri, undefined, []);
    this.told.delete(root);
  }

  /** There are other roots now: those with an open file read it as it is typed. */
  async rehome(): Promise<void> {
    for (const [uri, document] of this.documents) this.type(uri, document.getText());
    for (const root of this.session.allRoots()) {
      if (this.documents.size > 0) await root.readProject();
      this.publish(root);
    }
  }

  dispose(): void {
    for (const timer of this.resting.values()) clearTimeout(timer);
  }
}
