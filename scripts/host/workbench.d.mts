import type { Browser, Page, Route } from 'playwright-core';

export interface WorkbenchOptions {
  readonly port: number;
  readonly folder: string;
  readonly token?: string | undefined;
  /** Folders of extensions to run from source. */
  readonly developmentExtensions?: readonly string[];
  /** The script whose `run()` is the test run; needs a development extension. */
  readonly testsPath?: string;
  /** The display language (`zh-cn`), as the extension sees it; the workbench itself stays English. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Functions of the page: the workbench calls `codeAutomationLog` and `codeAutomationExit` when it runs tests. */
  readonly hooks?: Readonly<Record<string, (...args: never[]) => void>>;
  /** Answers a request to another machine; without it every one is refused. */
  readonly outside?: (route: Route) => Promise<void>;
}

export const NO_BROWSER: string;
export function launchBrowser(): Promise<Browser>;
export function openWorkbench(options: WorkbenchOptions): Promise<{ readonly browser: Browser; readonly page: Page }>;
