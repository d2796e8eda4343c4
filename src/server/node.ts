import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { baseBranch, changedBelow } from '../platform/node/changedBelow';
import { fetchText } from '../platform/node/fetchText';
import { filesOfUri } from '../platform/node/files';
import { imageProbe } from '../platform/node/images';
import { serve } from './main';

serve(createConnection(ProposedFeatures.all), {
  filesOf: filesOfUri,
  probe: imageProbe,
  fetchText,
  changedFiles: changedBelow,
  baseBranch,
  clock: { now: () => new Date() },
});
