import { SEVERITIES, TEXTS } from './settings.mjs';

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
export function ruleTable(rules) {
  const parts = Object.entries(GROUPS).map(([group, title]) => {
    const rows = rules.filter((rule) => rule.group === group).map(row);
    return rows.length === 0
      ? ''
      : `## ${title}\n\n| rule | severity | what it finds |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const severities = Object.entries(SEVERITIES)
    .filter(([name]) => name !== 'off')
    .map(([name, [english]]) => `- **${name}**: ${english}`);
  return [
    '# Rules',
    NOTE,
    `Copydesk has ${rules.length} rules. A severity says what Hugo does:`,
    severities.join('\n'),
    'Some rules are stricter or milder in some cases, as Hugo is; their pages say when. The setting [`copydesk.rules`](../settings.md) changes each.',
    parts.filter((part) => part !== '').join('\n'),
  ].join('\n\n');
}

function row({ id, severity, summary }) {
  return `| [${id}](${id}.md) | ${severity} | ${summary.replaceAll('|', '\\|')} |`;
}

/** docs/settings.md */
export function settingsPage(configuration, rules) {
  const rows = Object.entries(configuration.properties).map(([name, { type, scope, default: value }]) => {
    const [text] = TEXTS[name.replace(/^copydesk\./, '')];
    const where = scope === 'resource' ? 'user, workspace, folder' : 'user, workspace';
    return `| \`${name}\` | ${type} | \`${JSON.stringify(value)}\` | ${where} | ${text} |`;
  });
  const example = { 'copydesk.rules': { draft: 'off', 'missing-date': 'error' }, 'copydesk.allowedKeys': ['lede'] };
  return [
    '# Settings',
    NOTE,
    `| setting | type | default | where it can be set | what it does |\n|---|---|---|---|---|\n${rows.join('\n')}`,
    'A value of the wrong kind is ignored, and a message names it.',
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    '## `copydesk.rules`',
    `Each of the [rules](rules/README.md) can be ${Object.keys(SEVERITIES)
      .map((name) => `\`${name}\``)
      .join(', ')}:`,
    `${rules.map(({ id, severity }) => `- [\`${id}\`](rules/${id}.md): \`${severity}\` unless set`).join('\n')}\n`,
  ].join('\n\n');
}
