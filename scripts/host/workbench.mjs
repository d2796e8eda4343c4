// Opens the workbench of a started server in a headless browser.
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { serverPath } from './server.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  // The page is handed over by us, which makes it look remote: without this it may not talk to 127.0.0.1.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,BlockInsecurePrivateNetworkRequests',
];
/** What the sentence says when there is no browser. */
export const NO_BROWSER =
  'There is no Chromium or Chrome here: install one (Debian: apt-get install chromium), or set HOST_CHROMIUM to its path.';

/** Starts the browser alone, for tests that open pages by themselves. */
export async function launchBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_BROWSER);
  return chromium.launch({
    executablePath,
    args: ARGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * Opens a folder in the workbench; the caller closes `browser`.
 * @param options see workbench.d.mts
 */
export async function openWorkbench(options) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1400, height: 900 }, locale: 'en-US' });
    await connect(page, options);
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function connect(page, options) {
  const origin = `http://127.0.0.1:${options.port}`;
  const outside = (url) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1';
  await page.route(outside, (route) => (options.outside ? options.outside(route) : route.abort()));
  for (const [name, hook] of Object.entries(options.hooks ?? {})) await page.exposeFunction(name, hook);
  if (options.locale)
    await page.addInitScript(
      (language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }),
      options.locale,
    );
  const isWorkbench = (url) => url.origin === origin && url.pathname === '/';
  await page.route(isWorkbench, async (route) => {
    // A redirect (the token becomes a cookie) is the browser's to follow.
    const response = await route.fetch({ maxRedirects: 0 });
    if (response.status() !== 200) return route.fulfill({ response });
    await route.fulfill({ response, body: configured(await response.text(), (c) => configure(c, options)) });
  });
  const token = options.token ? `tkn=${options.token}&` : '';
  await page.goto(`${origin}/?${token}folder=${encodeURIComponent(serverPath(options.folder))}`);
}

const remote = (port, file) => ({
  $mid: 1,
  scheme: 'vscode-remote',
  authority: `127.0.0.1:${port}`,
  path: serverPath(file),
});

function configure(configuration, { port, developmentExtensions, testsPath }) {
  configuration._wrapWebWorkerExtHostInIframe = false;
  if (configuration.productConfiguration) configuration.productConfiguration.extensionsGallery = undefined;
  if (!developmentExtensions?.length) return;
  configuration.developmentOptions = {
    ...configuration.developmentOptions,
    extensions: developmentExtensions.map((dir) => remote(port, dir)),
    ...(testsPath ? { extensionTestsPath: remote(port, testsPath) } : {}),
  };
}

const ENTITIES = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>', '&#39;': "'" };
const decode = (text) => text.replace(/&(?:amp|quot|lt|gt|#39);/g, (entity) => ENTITIES[entity]);
const encode = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The workbench reads its options from an attribute of a `<meta>` in the page; this edits them there. */
function configured(html, edit) {
  const meta = /<meta\s[^>]*id="vscode-workbench-web-configuration"[^>]*>/.exec(html)?.[0];
  const value = meta && /data-settings="([^"]*)"/.exec(meta)?.[1];
  if (value === undefined) throw new Error('The page of the VS Code server has no workbench options.');
  const configuration = JSON.parse(decode(value));
  edit(configuration);
  return html.replace(meta, () => meta.replace(value, () => encode(JSON.stringify(configuration))));
}
