import type { Article } from '../article/article';
import type { Edit } from '../base/edit';
import type { Message } from '../base/message';
import type { Span } from '../base/span';
import type { Severity } from '../project/project';
import type { World } from './world';

/** One kind of complaint: what it looks for, how grave it is, and how it is put right. A function of values: no files, no clock, no other rule. */
export interface Rule {
  /** Kebab-case complaint: `missing-title`. Never changes: settings and links use it. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly summary: Message;
  /** The default; a finding may carry its own, a project may change both. */
  readonly severity: Severity;
  /** Only asked where a project chooses a severity for this very rule: a matter of the house. */
  readonly off?: true;
  check(subject: Subject): Iterable<Finding>;
}
/**
 * What a rule speaks of. A group's name can stand for all its rules in settings and on the command line. Rules of `front-matter-syntax` and `fields`
 * never ask for the body, so that a check of these alone does not read it.
 */
export type RuleGroup = 'front-matter-syntax' | 'fields' | 'body' | 'links' | 'images' | 'text' | 'newsroom' | 'house';

export interface Subject {
  readonly article: Article;
  /** Below the workspace root. */
  readonly path: string;
  /** `section`: an `_index.md`, which needs no date and no picture. */
  readonly kind: ArticleKind;
  readonly world: World;
}
export type ArticleKind = 'article' | 'section';

export interface Finding {
  readonly span: Span;
  /** What is wrong, why it matters, what to do. */
  readonly message: Message;
  readonly severity?: Severity;
  /** A function where they take work: then nobody waits for them who does not ask, as who types does not. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** The name of a front matter field that is not known; the lightbulb offers to allow it in the project. */
  readonly unknownKey?: string;
  /** Other articles that it is about, to go to from it. */
  readonly related?: readonly Related[];
}

export interface Related {
  /** Below the root of the site, as `Subject.path`. */
  readonly path: string;
  readonly message: Message;
}

export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** Safe to apply without looking: what "fix all" applies. At most one of a finding's. */
  readonly preferred?: boolean;
}

/** A finding with its rule and final severity, as it is shown. */
export interface Problem {
  readonly rule: string;
  readonly span: Span;
  readonly message: Message;
  readonly severity: Severity;
  /** Made when first asked for, by rules whose fixes take work. */
  readonly fixes: readonly Fix[];
  readonly unknownKey?: string;
  readonly related?: readonly Related[];
}
