/** What an editor is told: the English template with `{0}`, `{1}` … and its arguments. The edge puts it into their language. */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** @param template must be a literal, so that its translation can be asked for. */
export function message(template: string, ...args: (string | number)[]): Message {
  return { template, args };
}

/** Puts a message into the editor's language. */
export type Translate = (message: Message) => string;

/** English, as the template stands. */
export function english(of: Message): string {
  return fill(of.template, of.args);
}

/** @param bundle templates in English and in the target language, as in `l10n/bundle.l10n.<locale>.json`; a missing one stays English. */
export function translator(bundle: Readonly<Record<string, string>> | undefined): Translate {
  if (!bundle) return english;
  return (of) => fill(bundle[of.template] ?? of.template, of.args);
}

/** Whether a locale is read in 简体中文: `zh-cn`, `zh_CN.UTF-8`, `zh`; not `zh-tw`, whose readers get English as from VS Code itself. */
export function isSimplifiedChinese(locale: string): boolean {
  return /^zh(?![a-z])(?!.*(?:tw|hk|mo|hant))/i.test(locale);
}

function fill(template: string, args: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (whole, n: string) => String(args[Number(n)] ?? whole));
}
