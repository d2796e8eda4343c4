import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver-types';
import { type Lines, linesOf } from '../base/lines';
import { type Message, message, type Translate } from '../base/message';
import { touches } from '../base/span';
import type { Given } from '../project/given';
import { type OptionCaret, optionCaretAt } from '../project/optionCaret';
import { LEVELS, OPTION_NAMES } from '../project/options';
import { LEVEL_TEXTS, OPTION_TEXTS, PART_TEXTS } from '../project/optionTexts';
import { readGiven } from '../project/yaml';
import { all } from '../rules/all';
import { GROUP_TEXTS } from '../rules/groups';
import { pageOf } from '../rules/run';
import { optionDiagnostic, rangeOf, spanOf, textEditOf } from './lsp';
import type { ProjectPlace } from './quieting';

/** A project's file of YAML, and the editor that shows it. */
export interface ProjectText {
  readonly text: string;
  readonly offset: number;
  readonly translate: Translate;
  readonly snippets: boolean;
  readonly retrigger: boolean;
}

/** A name or value that may stand in the file. */
interface Offer {
  readonly name: string;
  readonly text: Message;
  /** What follows a name, a snippet. */
  readonly follows?: string;
  readonly page?: string;
}

const OPTION_SNIPPETS: Readonly<Record<(typeof OPTION_NAMES)[number], string>> = {
  rules: ':\n  $0',
  overrides: ':\n  - files: [$1]\n    rules:\n      $0',
  ignore: ':\n  - $0',
  allowedKeys: ':\n  - $0',
  hugoVersion: ': "$0"',
  schemas: ':\n  - files: [$1]\n    schema: $0',
  remoteSchemas: ': $0',
};

/** Names and values for the caret. */
export function completeProject(project: ProjectText): CompletionItem[] {
  const caret = optionCaretAt(project.text, project.offset);
  if (!caret) return [];
  const lines = linesOf(project.text);
  return offersAt(caret).map((offer, rank) => itemOf(project, lines, caret, { offer, rank }));
}

function offersAt({ kind, path }: OptionCaret): readonly Offer[] {
  const [last, before] = [path.at(-1), path.at(-2)];
  if (kind === 'key') {
    if (path.length === 0)
      return OPTION_NAMES.map((name) => ({ name, text: OPTION_TEXTS[name], follows: OPTION_SNIPPETS[name] }));
    if (last === 'rules') return ruleOffers();
    if (last === 'overrides') return [filesOffer(), { name: 'rules', text: OPTION_TEXTS.rules, follows: ':\n  $0' }];
    if (last === 'schemas') return [filesOffer(), { name: 'schema', text: PART_TEXTS.schema, follows: ': $0' }];
    return [];
  }
  if (before === 'rules') return LEVELS.map((name) => ({ name, text: LEVEL_TEXTS[name] }));
  if (last === 'remoteSchemas') return ['true', 'false'].map((name) => ({ name, text: OPTION_TEXTS.remoteSchemas }));
  return [];
}

function filesOffer(): Offer {
  return { name: 'files', text: PART_TEXTS.files, follows: ': [$0]' };
}

function ruleOffers(): readonly Offer[] {
  const groups = Object.entries(GROUP_TEXTS).map(([name, text]) => ({ name, text, follows: ': $0' }));
  const rules = all.map(({ id, summary }) => ({ name: id, text: summary, follows: ': $0', page: pageOf(id) }));
  return [...groups, ...rules];
}

interface Ranked {
  readonly offer: Offer;
  readonly rank: number;
}

function itemOf(project: ProjectText, lines: Lines, caret: OptionCaret, { offer, rank }: Ranked): CompletionItem {
  const { snippets, retrigger, translate } = project;
  const isKey = caret.kind === 'key';
  const follows = isKey && !caret.hasColon ? (offer.follows ?? '') : '';
  const asks = follows === ': $0' && retrigger;
  return {
    label: offer.name,
    kind: isKey ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    documentation: { kind: MarkupKind.Markdown, value: textOf(offer, translate) },
    sortText: String(rank).padStart(5, '0'),
    filterText: offer.name,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: rangeOf(lines, caret.typed),
      newText: `${caret.glued ? ' ' : ''}${offer.name}${snippets ? follows : follows.replace(/\n[\s\S]*|\[?\$\d\]?|"/g, '')}`,
    },
    ...(asks ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

function textOf({ text, page }: Offer, translate: Translate): string {
  return page === undefined ? translate(text) : `${translate(text)}\n\n[${translate(message('More'))}](${page})`;
}

/** What a name or value in the file means. */
export function hoverProject({
  text,
  offset,
  translate,
}: Pick<ProjectText, 'text' | 'offset' | 'translate'>): Hover | undefined {
  const { value } = readGiven(text);
  const found = value && hovered(value, offset, []);
  if (!found) return undefined;
  const offers = offersAt({ ...found, typed: found.span, hasColon: true, glued: false });
  const offer = offers.find(({ name }) => name === found.name);
  if (!offer) return undefined;
  const name = `**${offer.name}**\n\n`;
  return {
    range: rangeOf(linesOf(text), found.span),
    contents: { kind: MarkupKind.Markdown, value: name + textOf(offer, translate) },
  };
}

/** Writes what was probably meant. */
export function optionFixes({ file, uri, version }: ProjectPlace, range: Range, translate: Translate): CodeAction[] {
  const lines = linesOf(file.text);
  const { start, end } = spanOf(lines, range);
  return file.problems.flatMap((problem) => {
    const { span, meant } = problem;
    if (meant === undefined || span.start > end || span.end < start) return [];
    const edits = [textEditOf(lines, { span, text: inTheirQuotes(file.text.slice(span.start, span.end), meant) })];
    return {
      title: translate(message('Write {0}', meant)),
      kind: CodeActionKind.QuickFix,
      diagnostics: [optionDiagnostic(problem, lines, translate)],
      isPreferred: true,
      edit: { documentChanges: [{ textDocument: { uri, version }, edits }] },
    };
  });
}

function inTheirQuotes(written: string, meant: string): string {
  const mark = written[0] === '"' || written[0] === "'" ? written[0] : '';
  return `${mark}${meant}${mark}`;
}

interface Hovered extends Pick<OptionCaret, 'kind' | 'path'> {
  readonly name: string;
  readonly span: Given['span'];
}

function hovered(given: Given, offset: number, path: readonly string[]): Hovered | undefined {
  switch (given.kind) {
    case 'map':
      for (const { key, keySpan, value } of given.entries) {
        if (touches(keySpan, offset)) return { kind: 'key', name: key, span: keySpan, path };
        if (touches(value.span, offset)) return hovered(value, offset, [...path, key]);
      }
      return undefined;
    case 'list': {
      const item = given.items.find(({ span }) => touches(span, offset));
      return item && hovered(item, offset, path);
    }
    case 'scalar':
      return { kind: 'value', name: String(given.value), span: given.span, path };
    default:
      return given satisfies never;
  }
}
