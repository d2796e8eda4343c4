import { type Message, message } from '../base/message';
import type { RuleGroup } from './rule';

/** What the rules of each group speak of. */
export const GROUP_TEXTS: Readonly<Record<RuleGroup, Message>> = {
  'front-matter-syntax': message('All rules of the front matter as text.'),
  fields: message('All rules of the fields of the front matter.'),
  body: message('All rules of the Markdown: emphasis, headings, HTML, shortcodes.'),
  links: message('All rules of links.'),
  images: message('All rules of pictures.'),
  text: message('All rules of characters, punctuation and paragraphs.'),
  newsroom: message('All rules that look at the other articles of the site.'),
  house: message('All rules of house words and of Copydesk itself.'),
};
