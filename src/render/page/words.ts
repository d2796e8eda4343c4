/** The words that the theme itself prints. */
export interface ThemeWords {
  readonly menu: string;
  readonly modified: string;
  readonly translations: string;
  readonly contents: string;
  readonly previous: string;
  readonly next: string;
  /** `{0}` is the author. */
  readonly about: string;
  readonly warning: string;
  readonly chooseWidgets: string;
  readonly search: string;
  readonly languages: string;
  readonly categories: string;
  readonly recent: string;
  readonly tags: string;
  readonly social: string;
  /** `{hugo}` and `{theme}` are links. */
  readonly credits: string;
}

const ENGLISH: ThemeWords = {
  menu: 'Menu',
  modified: 'Last Modified',
  translations: 'Translations',
  contents: 'Page content',
  previous: 'Previous',
  next: 'Next',
  about: 'About {0}',
  warning: 'WARNING',
  chooseWidgets: 'Please activate at least one sidebar widget.',
  search: 'Search…',
  languages: 'Languages',
  categories: 'Categories',
  recent: 'Recent Posts',
  tags: 'Tags',
  social: 'Social',
  credits: 'Generated with {hugo} and {theme} theme.',
};

const SIMPLIFIED: ThemeWords = {
  menu: '菜单',
  modified: '最后修改',
  translations: '翻译',
  contents: '目录',
  previous: '上一篇',
  next: '下一篇',
  about: '关于 {0}',
  warning: '警告',
  chooseWidgets: '请至少选择一个侧边栏组件',
  search: '搜索…',
  languages: '语言',
  categories: '分类',
  recent: '近期文章',
  tags: '标签',
  social: '社交',
  credits: '基于 {hugo} 引擎和 {theme} 主题',
};

const TRADITIONAL: ThemeWords = {
  menu: '選單',
  modified: '最後修改',
  translations: '翻譯',
  contents: '內文',
  previous: '前一則',
  next: '下一則',
  about: '關於 {0}',
  warning: '警告',
  chooseWidgets: '請至少選擇一個側邊欄元件',
  search: '搜尋…',
  languages: '語言',
  categories: '分類',
  recent: '近期文章',
  tags: '標籤',
  social: '社群',
  credits: '使用 {hugo} 技術與 {theme}主題',
};

const JAPANESE: ThemeWords = {
  menu: 'メニュー',
  modified: '最終更新',
  translations: '翻訳',
  contents: '目次',
  previous: '前の投稿',
  next: '次の投稿',
  about: '{0}について',
  warning: '警告',
  chooseWidgets: '1つ以上のサイドバーウィジェットを有効にしてください。',
  search: '検索…',
  languages: '言語',
  categories: 'カテゴリー',
  recent: '最近の投稿',
  tags: 'タグ',
  social: 'ソーシャル',
  credits: 'このサイトは {hugo} と {theme} テーマで生成されています。',
};

const WORDS: ReadonlyMap<string, ThemeWords> = new Map([
  ['en', ENGLISH],
  ['zh-cn', SIMPLIFIED],
  ['zh-tw', TRADITIONAL],
  ['ja', JAPANESE],
]);

/** What Mainroad says in a language; in the site's default language, and then in English, where it has no words for it. */
export function themeWords(language: string, defaultLanguage: string): ThemeWords {
  return WORDS.get(language) ?? WORDS.get(defaultLanguage) ?? ENGLISH;
}
