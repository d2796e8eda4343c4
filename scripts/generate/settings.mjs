// The settings of the extension, in English and Chinese. What they do is in src/project/settings.ts.

/** Of the settings that only the editor has, in English and Chinese; the others are in src/project/optionTexts.ts. */
export const TEXTS = {
  title: ['Copydesk', 'Copydesk'],
  'preview.followScroll': ['Whether the preview scrolls with the editor.', '预览是否跟随编辑器滚动。'],
  'images.remote': [
    'Whether hovers show pictures from other servers. When off, a hover fetches nothing; the preview still shows them, as a browser does.',
    '鼠标悬停时是否显示其他服务器上的图片。关闭后悬停不访问网络；预览和浏览器一样，仍会显示。',
  ],
  'images.allowedHosts': [
    'Hosts in your own network from which hovers may fetch pictures, such as `img.news.local`. Public hosts need not be listed.',
    '悬停时允许读取图片的内网主机，例如 `img.news.local`。公网主机不用写。',
  ],
};

const GLOBS = { type: 'array', items: { type: 'string' }, minItems: 1 };
export const VERSION = '^v?\\d{1,3}\\.\\d{1,4}(\\.\\d+)?([-+].*)?$';

/** The names that a severity can be chosen for: of rules, and of groups of rules. */
function namesOf({ rules, groups }) {
  return [...Object.keys(groups), ...rules.map(({ id }) => id)];
}

/** @param rules `{id}` of each, in order. Texts are keys of package.nls.json. */
export function configurationOf({ rules, groups, levels }) {
  const severities = Object.keys(levels);
  const severityTexts = severities.map((name) => `%settings.severity.${name}%`);
  const ruleSetting = ({ id }) => [
    id,
    { enum: severities, enumDescriptions: severityTexts, markdownDescription: `%settings.rule.${id}%` },
  ];
  const groupSetting = (group) => [group, { enum: severities, markdownDescription: `%settings.group.${group}%` }];
  const texts = { type: 'array', items: { type: 'string' }, uniqueItems: true, default: [] };
  return {
    title: '%settings.title%',
    properties: {
      'copydesk.rules': {
        type: 'object',
        scope: 'resource',
        markdownDescription: '%settings.rules%',
        default: {},
        properties: Object.fromEntries([...Object.keys(groups).map(groupSetting), ...rules.map(ruleSetting)]),
        additionalProperties: false,
      },
      'copydesk.overrides': {
        type: 'array',
        scope: 'resource',
        markdownDescription: '%settings.overrides%',
        default: [],
        items: {
          type: 'object',
          required: ['files', 'rules'],
          properties: {
            files: GLOBS,
            rules: {
              type: 'object',
              propertyNames: { enum: namesOf({ rules, groups }) },
              additionalProperties: { enum: severities, enumDescriptions: severityTexts },
            },
          },
          additionalProperties: false,
        },
      },
      'copydesk.ignore': { ...texts, scope: 'resource', markdownDescription: '%settings.ignore%' },
      'copydesk.allowedKeys': { ...texts, scope: 'resource', markdownDescription: '%settings.allowedKeys%' },
      'copydesk.hugoVersion': {
        type: 'string',
        pattern: VERSION,
        scope: 'resource',
        default: '0.111',
        markdownDescription: '%settings.hugoVersion%',
      },
      'copydesk.schemas': {
        type: 'array',
        scope: 'resource',
        markdownDescription: '%settings.schemas%',
        default: [],
        items: {
          type: 'object',
          required: ['files', 'schema'],
          properties: { files: GLOBS, schema: { type: 'string' } },
          additionalProperties: false,
        },
      },
      'copydesk.remoteSchemas': {
        type: 'boolean',
        scope: 'resource',
        default: false,
        markdownDescription: '%settings.remoteSchemas%',
      },
      'copydesk.preview.followScroll': {
        type: 'boolean',
        scope: 'window',
        default: true,
        markdownDescription: '%settings.preview.followScroll%',
      },
      'copydesk.images.remote': {
        type: 'boolean',
        scope: 'window',
        default: true,
        markdownDescription: '%settings.images.remote%',
      },
      'copydesk.images.allowedHosts': {
        ...texts,
        scope: 'window',
        markdownDescription: '%settings.images.allowedHosts%',
      },
    },
  };
}

/** Texts of the settings by key, in one language. @param bundle Chinese by English, or undefined for English */
export function settingTexts({ rules, options, groups, levels }, bundle) {
  const more = bundle ? '详情' : 'More';
  const inLanguage = (english) => bundle?.[english] ?? english;
  const texts = {};
  for (const [key, both] of Object.entries(TEXTS)) texts[`settings.${key}`] = both[bundle ? 1 : 0];
  for (const [key, english] of Object.entries(options)) texts[`settings.${key}`] = inLanguage(english);
  for (const [name, english] of Object.entries(levels)) texts[`settings.severity.${name}`] = inLanguage(english);
  for (const [name, english] of Object.entries(groups)) texts[`settings.group.${name}`] = inLanguage(english);
  for (const { id, summary, page } of rules)
    texts[`settings.rule.${id}`] = `${inLanguage(summary)}${bundle ? '。' : '. '}[${more}](${page})`;
  return texts;
}
