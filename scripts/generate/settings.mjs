// The settings of the extension, in English and Chinese. What they do is in src/project/settings.ts.

export const SEVERITIES = {
  error: ['The build fails or the article is lost.', '网站生成失败，或者文章丢失。'],
  warning: ['It publishes, but not as written.', '能发布，但和写的不一样。'],
  information: ['Worth knowing.', '值得留意。'],
  hint: ['A matter of taste.', '见仁见智。'],
  off: ['Not reported.', '不报告。'],
};

export const TEXTS = {
  title: ['Copydesk', 'Copydesk'],
  rules: [
    'The severity of each rule, or `off`. Rules that are not listed keep their own.',
    '每条规则的严重程度，`off` 表示关闭。没列出的规则用各自的默认值。',
  ],
  allowedKeys: [
    'Names of front matter fields that are right as they are, although they look like a slip of a known one.',
    '文首信息（front matter）里看着像拼错、其实没写错的字段名。',
  ],
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

/** @param rules `{id}` of each, in order. Texts are keys of package.nls.json. */
export function configurationOf(rules) {
  const severities = Object.keys(SEVERITIES);
  const severityTexts = severities.map((name) => `%settings.severity.${name}%`);
  const ruleSetting = ({ id }) => [
    id,
    { enum: severities, enumDescriptions: severityTexts, markdownDescription: `%settings.rule.${id}%` },
  ];
  const texts = { type: 'array', items: { type: 'string' }, uniqueItems: true, default: [] };
  return {
    title: '%settings.title%',
    properties: {
      'copydesk.rules': {
        type: 'object',
        scope: 'resource',
        markdownDescription: '%settings.rules%',
        default: {},
        properties: Object.fromEntries(rules.map(ruleSetting)),
        additionalProperties: false,
      },
      'copydesk.allowedKeys': { ...texts, scope: 'resource', markdownDescription: '%settings.allowedKeys%' },
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
export function settingTexts(rules, bundle) {
  const language = bundle ? 1 : 0;
  const more = bundle ? '详情' : 'More';
  const texts = {};
  for (const [key, both] of Object.entries(TEXTS)) texts[`settings.${key}`] = both[language];
  for (const [name, both] of Object.entries(SEVERITIES)) texts[`settings.severity.${name}`] = both[language];
  for (const { id, summary, page } of rules) {
    const text = bundle?.[summary] ?? summary;
    texts[`settings.rule.${id}`] = `${text}${bundle ? '。' : '. '}[${more}](${page})`;
  }
  return texts;
}
