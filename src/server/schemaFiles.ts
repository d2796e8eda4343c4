import { linesOf } from '../base/lines';
import type { Translate } from '../base/message';
import { uriOf } from '../base/uris';
import { schemaDiagnostic } from '../features/lsp';
import type { Send } from './publisher';
import type { Root } from './root';

/** Tells what is wrong in the schema files of a workspace, at its place in them, open or not. */
export class SchemaFiles {
  /** Files with problems in the panel, by root. */
  private readonly told = new Map<Root, readonly string[]>();

  constructor(
    private readonly send: Send,
    private readonly translate: () => Translate,
  ) {}

  async publish(root: Root): Promise<void> {
    const before = this.told.get(root) ?? [];
    const now: string[] = [];
    for (const { file, problems } of root.schemas.faults()) {
      if (problems.length === 0 || file.startsWith('https:')) continue;
      const bytes = await root.files.read(file);
      if (!bytes) continue;
      const lines = linesOf(new TextDecoder().decode(bytes));
      const uri = uriOf(root.uri, file);
      now.push(uri);
      this.send(
        uri,
        undefined,
        problems.map((problem) => schemaDiagnostic(problem, lines, this.translate())),
      );
    }
    for (const uri of before) if (!now.includes(uri)) this.send(uri, undefined, []);
    this.told.set(root, now);
  }

  /** The root is no more. */
  forget(root: Root): void {
    for (const uri of this.told.get(root) ?? []) this.send(uri, undefined, []);
    this.told.delete(root);
  }
}
