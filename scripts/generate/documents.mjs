import { TEXTS } from './settings.mjs';

const GROUPS = {
  'front-matter-syntax': 'The front matter as text',
  fields: 'Fields of the front matter',
  body: 'Markdown: emphasis, headings, HTML, shortcodes',
  links: 'Links',
  images: 'Pictures',
  text: 'Characters, punctuation and paragraphs',
  newsroom: 'Among the articles of the site',
  house: 'House words and Copydesk itself',
};
const NOTE = '<!-- Written by scripts/generate.mjs: change the rules, not this file. -->';

/** docs/rules/README.md */
export function ruleTable({ rules, levels }) {
  const parts = Object.entries(GROUPS).map(([group, title]) => {
    const rows = rules.filter((rule) => rule.group === group).map(row);
    return rows.length === 0
      ? ''
      : `## ${title}\n\n| rule | severity | what it finds |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const severities = Object.entries(levels)
    .filter(([name]) => name !== 'off')
    .map(([name, english]) => `- **${name}**: ${english}`);
  return [
    '# Rules',
    NOTE,
    `Copydesk has ${rules.length} rules. A severity says what Hugo does:`,
    severities.join('\n'),
    'Some rules are stricter or milder in some cases, as Hugo is; their pages say when. The setting [`copydesk.rules`](../settings.md) changes each.',
    parts.filter((part) => part !== '').join('\n'),
  ].join('\n\n');
}

function row({ id, severity, off, summary }) {
  return `| [${id}](${id}.md) | ${off ? `off (${severity})` : severity} | ${summary.replaceAll('|', '\\|')} |`;
}

const PROJECT_FILE = `## The project's own file

What everyone who edits or checks a site must share stands in \`copydesk.yaml\` (or \`copydesk.yml\`, or \`copydesk.json\`) beside the site's \`hugo.toml\`. It has the same
names without \`copydesk.\`:

\`\`\`yaml
rules:
  missing-summary: off
  text: hint # a group of rules
overrides:
  - files: [content/en/**, "*.en.md"]
    rules: { text: off }
ignore: [content/archive/**]
allowedKeys: [lede]
hugoVersion: "0.111"
schemas:
  - files: [content/news/**]
    schema: schemas/news.schema.json
\`\`\`

The order is: what a rule is by itself, then the editor's settings (user, workspace, folder), then the project's file, each rule by rule. So the file counts in the end, and
an editor sees what CI says. Lists are added: what one of them ignores or allows is ignored or allowed; of schemas, those of the file are asked first. \`preview\` and
\`images\` are matters of each editor's own and are not read from the file.

Globs are of paths below the site. \`*.en.md\` without a slash means files of that name in any folder, \`content/archive/\` all that is in it, and one that begins with \`!\` takes
away from those before it. What is wrong in the file is shown at its place, and the rest counts. Copydesk completes names and severities in \`copydesk.yaml\`; for
\`copydesk.json\`, and for other editors, there is [a JSON Schema](../schemas/copydesk.schema.json). A change counts at once, also before it is saved.

A single article, or a line of it, says so itself: see [Disabling rules](disabling.md).`;

/** docs/settings.md */
export function settingsPage(configuration, { rules, options, levels }) {
  const rows = Object.entries(configuration.properties).map(([name, { type, scope, default: value }]) => {
    const key = name.replace(/^copydesk\./, '');
    const text = options[key] ?? TEXTS[key][0];
    const where = scope === 'resource' ? 'user, workspace, folder' : 'user, workspace';
    return `| \`${name}\` | ${type} | \`${JSON.stringify(value)}\` | ${where} | ${text} |`;
  });
  const example = {
    'copydesk.rules': { draft: 'off', 'missing-date': 'error', text: 'hint' },
    'copydesk.overrides': [{ files: ['content/en/**', '*.en.md'], rules: { text: 'off' } }],
    'copydesk.ignore': ['content/archive/**'],
    'copydesk.allowedKeys': ['lede'],
  };
  return [
    '# Settings',
    NOTE,
    `| setting | type | default | where it can be set | what it does |\n|---|---|---|---|---|\n${rows.join('\n')}`,
    'A value of the wrong kind is ignored, and a message names it.',
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    PROJECT_FILE,
    '## `copydesk.rules`',
    `A group of rules: ${Object.keys(GROUPS)
      .map((name) => `\`${name}\``)
      .join(', ')}. What is said of a rule counts before what is said of its group.`,
    `Each of the [rules](rules/README.md) can be ${Object.keys(levels)
      .map((name) => `\`${name}\``)
      .join(', ')}:`,
    `${rules.map(({ id, severity, off }) => `- [\`${id}\`](rules/${id}.md): \`${off ? 'off' : severity}\` unless set`).join('\n')}\n`,
  ].join('\n\n');
}
