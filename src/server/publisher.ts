import type { Diagnostic } from 'vscode-languageserver-types';
import type { Translate } from '../base/message';
import { diagnosticOf } from '../features/lsp';
import type { Problem } from '../rules/rule';
import type { OpenDocument } from './documents';
import { parsedOf } from './documents';
import type { Session } from './session';
import { REST, typedSpan, withoutTyped } from './typing';

/** Puts the problems of a document before the editor, in place of those that stood there. */
export type Send = (uri: string, version: number | undefined, diagnostics: Diagnostic[]) => void;

/** A check lets the editor's messages in after so many milliseconds. */
const SLICE = 10;
/** The rest, in milliseconds, that a long article is given when its check had to be given up. */
const MOMENT = 25;

/** A check to come. `begun`: the rest of one; `hurried`: one in place of one that was given up. */
interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly state: 'new' | 'begun' | 'hurried';
}

/** Sends problems to the editor: at once for what an editor did, held back on the word being typed. */
export class Publisher {
  /** Checks that will begin, and those of long articles that go on, after the messages that are already waiting. */
  private readonly waiting = new Map<string, Waiting>();
  private readonly resting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents that are not open but have problems in the panel, from "Check All Articles". */
  private readonly closed = new Set<string>();
  /** All articles have been checked once: the panel speaks of files that are not open too. */
  checkedAll = false;

  constructor(
    private readonly session: Session,
    private readonly send: Send,
    private readonly translate: () => Translate,
  ) {}

  /**
   * Checks the document after the messages that are already waiting, so that a burst of changes is checked once. A check that is under way is given
   * up; then the editor types faster than we check, and the next begins when there is a moment's rest.
   */
  soon(document: OpenDocument): void {
    const { uri } = document;
    const known = this.waiting.get(uri)?.state;
    if (known === 'new') return;
    const begin = (): void => {
      const now = this.session.get(uri);
      if (now) this.check(now, this.session.checking(now));
    };
    this.later(uri, begin, known ? { state: 'hurried', delay: MOMENT } : { state: 'new', delay: 0 });
  }

  private later(uri: string, run: () => void, { state, delay }: { state: Waiting['state']; delay: number }): void {
    clearTimeout(this.waiting.get(uri)?.timer);
    const timer = setTimeout(() => {
      this.waiting.delete(uri);
      run();
    }, delay);
    this.waiting.set(uri, { timer, state });
  }

  /** True while there is something to check. */
  isBusy(): boolean {
    return this.waiting.size > 0;
  }

  /** Goes on for a while, and again when the editor's messages have had their turn: one of them may be the next keystroke, after which this is out of date. */
  private check(document: OpenDocument, checking: Generator<void, readonly Problem[]>): void {
    const end = performance.now() + SLICE;
    let step = checking.next();
    while (!step.done && performance.now() < end) step = checking.next();
    if (step.done) this.publish(document, step.value);
    else this.later(document.uri, () => this.check(document, checking), { state: 'begun', delay: 0 });
  }

  private publish(document: OpenDocument, problems: readonly Problem[]): void {
    const caret = document.typedAt;
    const { article, lines, version } = parsedOf(document);
    const typed = caret === undefined ? undefined : typedSpan(article.text, caret, article.frontMatter.span.end);
    const shown = typed ? withoutTyped(problems, typed, document.shown) : problems;
    document.shown = shown;
    const translate = this.translate();
    this.send(
      document.uri,
      version,
      shown.map((problem) => diagnosticOf(problem, { lines, translate, rootUri: document.root.uri })),
    );
    this.closed.delete(document.uri);
    this.whenRested(document, shown.length < problems.length);
  }

  /** After a pause the word is taken as typed. */
  private whenRested({ uri }: OpenDocument, heldBack: boolean): void {
    clearTimeout(this.resting.get(uri));
    this.resting.delete(uri);
    const rested = (): void => {
      this.resting.delete(uri);
      const now = this.session.get(uri);
      if (!now) return;
      now.typedAt = undefined;
      this.session.tellCatalog(now);
      if (heldBack) this.publish(now, this.session.problems(now));
      this.outdated();
    };
    this.resting.set(uri, setTimeout(rested, REST));
  }

  /** Everything is checked again: the site or the settings changed. */
  all(): void {
    for (const document of this.session.all()) this.soon(document);
  }

  /** What stands in open documents may have changed with other articles. */
  outdated(): void {
    for (const document of this.session.outdated()) this.soon(document);
  }

  /** The document was closed: its problems go. */
  forget(uri: string): void {
    clearTimeout(this.waiting.get(uri)?.timer);
    this.waiting.delete(uri);
    clearTimeout(this.resting.get(uri));
    this.resting.delete(uri);
    this.send(uri, undefined, []);
  }

  /** Problems of an article that is not open. */
  putClosed(uri: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.closed.has(uri)) return;
    if (diagnostics.length > 0) this.closed.add(uri);
    else this.closed.delete(uri);
    this.send(uri, undefined, diagnostics);
  }

  dispose(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    for (const timer of this.resting.values()) clearTimeout(timer);
  }
}
