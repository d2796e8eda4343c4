// The settings of the extension, in English and Chinese. What they do is in src/project/settings.ts.

export const SEVERITIES = {
  error: ['The build fails or the article is lost.', '网站生成失败，或者文章丢失。'],
  warning: ['It publishes, but not as written.', '能发布，但和写的不一样。'],
  information: ['Worth knowing.', '值得留意。'],
  hint: ['A matter of taste.', '见仁见智。'],
  off: ['Not reported.', '不报告。'],
};

/** What the rules of each group speak of. */
export const GROUPS = {
  'front-matter-syntax': ['All rules of the front matter as text.', '文首信息写法的全部规则。'],
  fields: ['All rules of the fields of the front matter.', '文首信息各字段的全部规则。'],
  body: [
    'All rules of the Markdown: emphasis, headings, HTML, shortcodes.',
    'Markdown 写法的全部规则：加粗、标题、HTML、短代码。',
  ],
  links: ['All rules of links.', '链接的全部规则。'],
  images: ['All rules of pictures.', '图片的全部规则。'],
  text: ['All rules of characters, punctuation and paragraphs.', '文字、标点和段落的全部规则。'],
  newsroom: ['All rules that look at the other articles of the site.', '对照网站里其他文章的全部规则。'],
  house: ['All rules of house words and of Copydesk itself.', '用词规范和 Copydesk 自身的全部规则。'],
};

export const TEXTS = {
  title: ['Copydesk', 'Copydesk'],
  rules: [
    'The severity of each rule, or `off`. Rules that are not listed keep their own.',
    '每条规则的严重程度，`off` 表示关闭。没列出的规则用各自的默认值。',
  ],
  overrides: [
    'Severities for some articles: `files` are globs of paths below the site, `rules` as in `copydesk.rules`. Of several that match, the last that names a rule or its group counts.',
    '对部分文章另定严重程度：`files` 是相对网站根目录的路径通配，`rules` 和 `copydesk.rules` 写法一样。多条都匹配时，最后一条提到该规则（或规则组）的算数。',
  ],
  ignore: [
    'Globs of articles that are not checked at all, such as `content/archive/**`. One that begins with `!` takes away from those before it.',
    '完全不检查的文章，写路径通配，例如 `content/archive/**`。以 `!` 开头的表示从前面的里面排除。',
  ],
  hugoVersion: [
    'The Hugo that builds the site, such as `0.111`. What came later is not known to it.',
    '生成网站用的 Hugo 版本，例如 `0.111`。更晚才有的功能按没有处理。',
  ],
  schemas: [
    'JSON Schemas of your own for the front matter: `files` are globs, `schema` is a path below the site or an `https:` address. The first that matches counts.',
    '文首信息用自己的 JSON Schema：`files` 是路径通配，`schema` 是网站里的路径或 `https:` 地址。第一条匹配的算数。',
  ],
  remoteSchemas: ['Whether schemas may be read from the network.', '是否允许从网络读取 schema。'],
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

const GLOBS = { type: 'array', items: { type: 'string' }, minItems: 1 };
const VERSION = '^v?\\d{1,3}\\.\\d{1,4}(\\.\\d+)?([-+].*)?$';

/** The names that a severity can be chosen for: of rules, and of groups of rules. */
export function namesOf(rules) {
  return [...new Set(rules.map(({ group }) => group)), ...rules.map(({ id }) => id)];
}

/** @param rules `{id}` of each, in order. Texts are keys of package.nls.json. */
export function configurationOf(rules) {
  const severities = Object.keys(SEVERITIES);
  const severityTexts = severities.map((name) => `%settings.severity.${name}%`);
  const ruleSetting = ({ id }) => [
    id,
    { enum: severities, enumDescriptions: severityTexts, markdownDescription: `%settings.rule.${id}%` },
  ];
  const groupSetting = (group) => [group, { enum: severities, markdownDescription: `%settings.group.${group}%` }];
  const groups = [...new Set(rules.map(({ group }) => group))];
  const texts = { type: 'array', items: { type: 'string' }, uniqueItems: true, default: [] };
  return {
    title: '%settings.title%',
    properties: {
      'copydesk.rules': {
        type: 'object',
        scope: 'resource',
        markdownDescription: '%settings.rules%',
        default: {},
        properties: Object.fromEntries([...groups.map(groupSetting), ...rules.map(ruleSetting)]),
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
              propertyNames: { enum: namesOf(rules) },
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
export function settingTexts(rules, bundle) {
  const language = bundle ? 1 : 0;
  const more = bundle ? '详情' : 'More';
  const texts = {};
  for (const [key, both] of Object.entries(TEXTS)) texts[`settings.${key}`] = both[language];
  for (const [name, both] of Object.entries(SEVERITIES)) texts[`settings.severity.${name}`] = both[language];
  for (const group of new Set(rules.map((rule) => rule.group)))
    texts[`settings.group.${group}`] = GROUPS[group][language];
  for (const { id, summary, page } of rules) {
    const text = bundle?.[summary] ?? summary;
    texts[`settings.rule.${id}`] = `${text}${bundle ? '。' : '. '}[${more}](${page})`;
  }
  return texts;
}
