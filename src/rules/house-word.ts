import { type Message, message } from '../base/message';
import type { HouseWord } from '../project/words';
import { fixesIn } from './fields';
import { fitsIn, type HouseUse, houseWordsIn } from './houseWords';
import type { Fix, Rule, Subject } from './rule';

export const houseWord: Rule = {
  id: 'house-word',
  group: 'house',
  summary: message('A word that the house writes otherwise, or not at all'),
  severity: 'warning',
  *check(subject) {
    for (const use of houseWordsIn(subject.article, subject.world.project.words)) {
      if (!use.word) continue;
      yield { span: use.span, message: wordsFor(use.word), fixes: fixesFor(use, use.word, subject) };
    }
  },
};

function wordsFor({ wrong, right, note, kind }: HouseWord): Message {
  if (kind === 'banned')
    return note === undefined
      ? message('“{0}” is not written in this house. Use another word.', wrong)
      : message('“{0}” is not written in this house: {1}', wrong, note);
  const meant = right.map((one) => `“${one}”`).join(' / ');
  if (kind === 'name')
    return note === undefined
      ? message('This house writes the name {1}, not “{0}”.', wrong, meant)
      : message('This house writes the name {1}, not “{0}”: {2}', wrong, meant, note);
  return note === undefined
    ? message('This house writes {1}, not “{0}”.', wrong, meant)
    : message('This house writes {1}, not “{0}”: {2}', wrong, meant, note);
}

/** One right form is written by “fix all”; of several, an editor chooses. */
function fixesFor({ span, value }: HouseUse, { wrong, right }: HouseWord, subject: Subject): readonly Fix[] {
  const fixes = right
    .filter((one) => one !== wrong && (!value || fitsIn(one, value)))
    .map(
      (one): Fix => ({
        title: message('Write {0}', one),
        edits: [{ span, text: one }],
        preferred: right.length === 1,
      }),
    );
  return value ? fixesIn(subject, ...fixes) : fixes;
}
