import { type Message, message } from '../../base/message';
import type { SyntaxCode } from '../frontMatter';

/** What an editor is told; `says` is Hugo's own message, or the name of what the problem is about. */
export function syntaxMessage(code: SyntaxCode, says: string): Message {
  return MESSAGES[code](says);
}

const MESSAGES: Readonly<Record<SyntaxCode, (says: string) => Message>> = {
  'unclosed-quote': (says) =>
    message(
      'This quotation mark is never closed, so the lines below are taken for a part of the value. Hugo stops with “{0}”. Put the same mark at the end of the value.',
      says,
    ),
  'inner-quote': (says) =>
    message(
      'The value ends at its second quotation mark, and more text follows. Hugo stops with “{0}”. Put the whole value between marks of the other kind, or a backslash before each mark inside (\\").',
      says,
    ),
  'bad-escape': (says) =>
    message(
      'Between double quotation marks a backslash begins a special character, and this one does not exist. Hugo stops with “{0}”. Write two backslashes.',
      says,
    ),
  'colon-in-value': (says) =>
    message(
      'A colon with a space behind it ends a field name, so Hugo sees two names on this line and stops with “{0}”. Put the value in quotation marks.',
      says,
    ),
  'full-width-colon': (says) =>
    message(
      'There is a full-width colon (：) after the field name, and Hugo knows only the half-width one. It stops with “{0}”. Type a half-width colon and a space.',
      says,
    ),
  'reserved-character': (says) =>
    message(
      'A value cannot begin with this character: it has a meaning of its own in front matter. Hugo stops with “{0}”. Put the value in quotation marks.',
      says,
    ),
  'bracket-in-value': (says) =>
    message(
      'A value that begins with a bracket is a list, and this list is not written as Hugo expects. It stops with “{0}”. If it is text, put all of it in quotation marks; if it is a list, close the bracket and separate the items with commas.',
      says,
    ),
  'undefined-alias': (says) =>
    message(
      'A value that begins with an asterisk repeats another value of that name, and there is none. Hugo stops with “{0}”. If it is text, put it in quotation marks.',
      says,
    ),
  'no-space-after-colon': (says) =>
    message(
      'There is no space after the colon, so Hugo does not see a field here and stops with “{0}”. Put a space after the colon.',
      says,
    ),
  'no-space-after-dash': () =>
    message(
      'There is no space after the dash, so Hugo takes this for text and not for an item of a list. Put a space after the dash.',
    ),
  tab: (says) =>
    message('The line begins with a tab, which front matter does not allow. Hugo stops with “{0}”. Use spaces.', says),
  indent: (says) =>
    message(
      'This line does not line up with the ones around it. Hugo stops with “{0}”. Fields begin in one column, and so do the items of a list.',
      says,
    ),
  'two-fields': (says) =>
    message('Two fields stand on one line, and Hugo stops with “{0}”. Begin a new line for each field.', says),
  'two-values': (says) =>
    message(
      'Several values stand here side by side, and Hugo stops with “{0}”. A list belongs in square brackets, with commas between its items: ["a", "b"]; one text needs one pair of quotation marks round all of it.',
      says,
    ),
  'full-width-comma': (says) =>
    message(
      'There is a full-width comma between the items of this list, and Hugo knows only the half-width one. It stops with “{0}”. Type a half-width comma.',
      says,
    ),
  'nameless-line': (says) =>
    message(
      'This line has no field name; it was probably meant to go on from the line above. Hugo stops with “{0}”. Put all of the text on one line, between quotation marks.',
      says,
    ),
  'wrong-sign': (says) =>
    message(
      'Between a field name and its value stands a colon, and here is another sign. Hugo stops with “{0}”. Type a half-width colon and a space.',
      says,
    ),
  'duplicate-key': (name) =>
    message(
      'The field “{0}” comes again below. Hugo uses only the last one; this value is ignored. Remove one of them.',
      name,
    ),
  'not-a-map': (says) =>
    message(
      'Front matter is made of fields, and Hugo finds something else: it stops with “{0}”. Write each field on a line of its own, with a name, a colon, a space and a value.',
      says,
    ),
  'unclosed-front-matter': (says) =>
    message(
      'The front matter has no end, so Hugo cannot tell it from the article. It stops with “{0}”. Put a line of three dashes (---) below the last field.',
      says,
    ),
  'bad-closing-fence': (says) =>
    message(
      'This line should end the front matter, but only three dashes (---) at the very start of a line do. Hugo says: {0}. Write --- here.',
      says,
    ),
  'bad-opening-fence': (says) =>
    message(
      'Front matter begins with a line of exactly three dashes (---), and this is something else. Hugo says: {0}. Write --- here.',
      says,
    ),
  'text-before-front-matter': () =>
    message(
      'There is text before the front matter, so Hugo publishes the fields as text and the article has no title. Put the front matter first.',
    ),
  'no-front-matter': () =>
    message(
      'The article has no front matter, so it is published without a title and a date. Begin it with a line of three dashes (---), the fields below, and a line of three dashes again.',
    ),
  toml: (says) => message('Hugo cannot read this TOML front matter: {0}. Correct it here.', says),
  json: (says) => message('Hugo cannot read this JSON front matter: {0}. Correct it here.', says),
  other: (says) =>
    message(
      'Hugo cannot read the front matter here and stops with “{0}”. Compare this line with the same one of an article that works.',
      says,
    ),
};
