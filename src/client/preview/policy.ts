/**
 * What the page of the preview may load: our script with this page's nonce, our style, and pictures. Nothing else, so
 * no script of an article runs even if one got past the sanitiser.
 * @param source where files of the extension and the workspace come from
 */
export function policyOf(source: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `img-src ${source} https: http: data:`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
}
