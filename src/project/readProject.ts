import type { Files } from '../base/files';
import { message } from '../base/message';
import { span } from '../base/span';
import { shown } from './given';
import { layered } from './layers';
import {
  NO_OPTIONS,
  OPTION_NAMES,
  type OptionProblem,
  type Options,
  optionsOf,
  type Reading,
  type RuleNames,
  tellUnknown,
} from './options';
import { DEFAULT_PROJECT, type Project } from './project';
import { NO_WORDS_FILE, readWords, type WordsFile } from './readWords';
import { readGiven } from './yaml';

/** What a project shares in a file of its own, with everyone who edits or checks it. */
export interface ProjectFile {
  /** Below the root; undefined when there is none. */
  readonly path: string | undefined;
  readonly text: string;
  readonly options: Options;
  /** What the options make of a project without any settings of the editor. */
  readonly project: Project;
  readonly problems: readonly OptionProblem[];
  /** The words of the house, which stand in a file beside it. */
  readonly words: WordsFile;
}

/** The names that the file can have, at the root; the first one that is there counts. */
export const PROJECT_FILES = ['copydesk.yaml', 'copydesk.yml', 'copydesk.json'] as const;

export const NO_PROJECT_FILE: ProjectFile = {
  path: undefined,
  text: '',
  options: NO_OPTIONS,
  project: DEFAULT_PROJECT,
  problems: [],
  words: NO_WORDS_FILE,
};

/** Reads the project's file, if there is one. Never throws. @param names of the rules, which only they know */
export async function readProject(files: Files, names: RuleNames): Promise<ProjectFile> {
  const words = await readWords(files);
  const file = await readChoices(files, names);
  return words.path === undefined ? file : { ...file, project: { ...file.project, words: words.words }, words };
}

async function readChoices(files: Files, names: RuleNames): Promise<ProjectFile> {
  const found: { path: string; bytes: Uint8Array }[] = [];
  for (const path of PROJECT_FILES) {
    const bytes = await files.read(path);
    if (bytes) found.push({ path, bytes });
  }
  const [first, second] = found;
  if (!first) return NO_PROJECT_FILE;
  const file = projectFileOf(first.path, new TextDecoder().decode(first.bytes), names);
  if (!second) return file;
  const both = message('“{0}” stands beside this file and is not read. Keep one of them.', second.path);
  return { ...file, problems: [{ span: span(0, file.text.search(/$|[\r\n]/)), message: both }, ...file.problems] };
}

/** Reads the text of a project's file. Never throws. */
export function projectFileOf(path: string, text: string, names: RuleNames): ProjectFile {
  const { value, problems: broken } = readGiven(text);
  const problems: OptionProblem[] = [...broken];
  let options = NO_OPTIONS;
  if (value?.kind === 'map') {
    const reading: Reading = { prefix: '', names, problems };
    tellUnknown(value, ['$schema', ...OPTION_NAMES], reading);
    options = optionsOf(value, reading);
  } else if (value && broken.length === 0)
    problems.push({
      span: value.span,
      message: message('This file must hold options such as “rules”, not {0}. It is ignored.', shown(value)),
    });
  return { path, text, options, project: layered(DEFAULT_PROJECT, options), problems, words: NO_WORDS_FILE };
}
