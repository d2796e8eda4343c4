import type { Files } from '../base/files';
import { type Message, message } from '../base/message';
import { type Given, type GivenEntry, type GivenMap, shown } from './given';
import { type OptionProblem, type Reading, tellUnknown, valueIn } from './options';
import { type HouseName, type HouseWord, NO_WORDS, type Words, wordsOf } from './words';
import { readGiven } from './yaml';

/** The words of the house, as the newsroom's own file has them. */
export interface WordsFile {
  /** Undefined when there is none. */
  readonly path: string | undefined;
  readonly text: string;
  readonly words: Words;
  readonly problems: readonly OptionProblem[];
}

/** At the root. */
export const WORDS_FILE = 'copydesk.words.yaml';

export const NO_WORDS_FILE: WordsFile = { path: undefined, text: '', words: NO_WORDS, problems: [] };

/** A file that is larger is not read. */
const LARGEST = 5 * 1024 * 1024;
/** Longer texts are no words. */
const LONGEST = 100;

/** Reads the words of the house, if there are any. Never throws. */
export async function readWords(files: Files): Promise<WordsFile> {
  const bytes = await files.read(WORDS_FILE);
  return bytes && bytes.length <= LARGEST ? wordsFileOf(new TextDecoder().decode(bytes)) : NO_WORDS_FILE;
}

interface Gathering {
  readonly entries: HouseWord[];
  readonly names: HouseName[];
  readonly problems: OptionProblem[];
  /** What stands wrong already, so that a word that is told twice is noticed. */
  readonly known: Set<string>;
}

/** Reads the text of the file. Never throws: what is wrong in it is left out, and told at its place. */
export function wordsFileOf(text: string): WordsFile {
  const { value, problems } = readGiven(text);
  const into: Gathering = { entries: [], names: [], problems: [...problems], known: new Set() };
  if (value?.kind === 'map') {
    const reading: Reading = { prefix: '', names: undefined, problems: into.problems };
    tellUnknown(value, ['replace', 'ban', 'names'], reading);
    for (const entry of entriesOf(value, 'replace', into)) addReplacement(entry, into);
    addBanned(valueIn(value, 'ban'), into);
    for (const entry of entriesOf(value, 'names', into)) addName(entry, into);
  } else if (value && problems.length === 0)
    tell(
      into,
      value,
      message('This file must hold “replace”, “ban” or “names”, not {0}. It is ignored.', shown(value)),
    );
  return { path: WORDS_FILE, text, words: wordsOf(into.entries, into.names), problems: into.problems };
}

function tell({ problems }: Gathering, { span }: Pick<Given, 'span'>, says: Message): undefined {
  problems.push({ span, message: says });
}

function entriesOf(map: GivenMap, key: string, into: Gathering): readonly GivenEntry[] {
  const given = valueIn(map, key);
  if (!given || given.kind === 'map') return given?.entries ?? [];
  tell(into, given, message('“{0}” must hold lines such as “a: b”, not {1}. It is ignored.', key, shown(given)));
  return [];
}

/** `川普: 特朗普`, `登陆: [登录, 登陆]`, or `账户: {right: 帐户, note: …}` */
function addReplacement({ key, keySpan, value }: GivenEntry, into: Gathering): undefined {
  const given = value.kind === 'map' ? valueIn(value, 'right') : value;
  if (value.kind === 'map')
    tellUnknown(value, ['right', 'note'], { prefix: '', names: undefined, problems: into.problems });
  const right = given && !isNothing(given) ? textsOf(given, into) : [];
  if (right.length === 0)
    return tell(
      into,
      { span: keySpan },
      message('“{0}” has nothing to be written instead. Words that must not stand at all go below “ban”.', key),
    );
  add({ wrong: key, right, note: noteOf(value), kind: 'replace' }, keySpan, into);
}

/** `- 屌丝`, or `- {word: 屌丝, note: …}`; as a map too, `屌丝: 不雅`. */
function addBanned(given: Given | undefined, into: Gathering): undefined {
  if (!given) return undefined;
  if (given.kind === 'map') {
    for (const { key, keySpan, value } of given.entries)
      add({ wrong: key, right: [], note: noteOf(value) ?? textIn(value), kind: 'banned' }, keySpan, into);
    return undefined;
  }
  if (given.kind !== 'list')
    return tell(into, given, message('“ban” must be a list of words, not {0}. It is ignored.', shown(given)));
  for (const item of given.items) {
    const word = item.kind === 'map' ? valueIn(item, 'word') : item;
    const text = word && textIn(word);
    if (text === undefined) tell(into, item, message('A word must stand here, not {0}. It is ignored.', shown(item)));
    else add({ wrong: text, right: [], note: noteOf(item), kind: 'banned' }, word?.span ?? item.span, into);
  }
}

/** `特朗普: Trump`, or `特朗普: {original: Trump, wrong: [川普], note: …}` */
function addName({ key, keySpan, value }: GivenEntry, into: Gathering): undefined {
  const original = value.kind === 'map' ? valueIn(value, 'original') : value;
  if (value.kind === 'map')
    tellUnknown(value, ['original', 'wrong', 'note'], { prefix: '', names: undefined, problems: into.problems });
  const note = noteOf(value);
  const wrong = value.kind === 'map' ? valueIn(value, 'wrong') : undefined;
  const originals = original && !isNothing(original) ? textsOf(original, into) : [];
  const wrongs = wrong ? textsOf(wrong, into) : [];
  if (originals.length === 0 && wrongs.length === 0)
    return tell(
      into,
      { span: keySpan },
      message(
        '“{0}” has neither the original name nor wrong forms of it. Write {0}: …, the name in its own language.',
        key,
      ),
    );
  for (const one of originals.length > 0 ? originals : ['']) into.names.push({ right: key, original: one, note });
  for (const one of wrongs) add({ wrong: one, right: [key], note, kind: 'name' }, wrong?.span ?? keySpan, into);
}

function add(word: HouseWord, where: Given['span'], into: Gathering): undefined {
  const { wrong } = word;
  if (wrong.trim() !== wrong || wrong === '' || wrong.length > LONGEST)
    return tell(
      into,
      { span: where },
      message('A word has no space round it, and at most {0} characters. This one is ignored.', LONGEST),
    );
  if (into.known.has(wrong))
    return tell(into, { span: where }, message('“{0}” stands in this file twice; the first one counts.', wrong));
  if (word.right.length === 1 && word.right[0] === wrong)
    return tell(into, { span: where }, message('“{0}” is to be replaced by itself. It is ignored.', wrong));
  into.known.add(wrong);
  into.entries.push(word);
}

function textsOf(given: Given, into: Gathering): readonly string[] {
  const items = given.kind === 'list' ? given.items : [given];
  return items.flatMap((item) => {
    const text = textIn(item);
    if (text !== undefined) return [text];
    tell(into, item, message('A word must stand here, not {0}. It is ignored.', shown(item)));
    return [];
  });
}

function isNothing(given: Given): boolean {
  return given.kind === 'scalar' && (given.value === null || given.value === undefined);
}

/** `007` and `yes` are words too, as written. */
function textIn(given: Given): string | undefined {
  if (given.kind !== 'scalar' || isNothing(given)) return undefined;
  const text = typeof given.value === 'string' ? given.value : given.source;
  return text.trim() === '' || text.length > LONGEST ? undefined : text;
}

function noteOf(value: Given): string | undefined {
  const note = value.kind === 'map' ? valueIn(value, 'note') : undefined;
  return note?.kind === 'scalar' && typeof note.value === 'string' && note.value !== '' ? note.value : undefined;
}
