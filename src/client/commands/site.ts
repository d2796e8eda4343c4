import { l10n, type Uri } from 'vscode';
import { SITE, type SiteResult, siteResult } from '../../protocol/requests';
import { orNull } from '../../protocol/shape';
import type { Server } from '../server';

/** The site of a document, else of the first folder. Throws a sentence for the editor when no folder is open. */
export async function siteOf(server: Server, uri: Uri | undefined): Promise<SiteResult> {
  const site = await server.ask({ method: SITE, params: { uri: uri?.toString() }, answer: orNull(siteResult) });
  if (!site) throw new Error(l10n.t('Open the folder of your site first.'));
  return site;
}
