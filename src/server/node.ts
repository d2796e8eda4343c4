import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { changedBelow } from '../platform/node/changedBelow';
import { fetchText } from '../platform/node/fetchText';
import { filesOfUri } from '../platform/node/files';
import { imageProbe } from '../platform/node/images';
import { serve } from './main';

serve(createConnection(ProposedFeatures.all), {
  filesOf: filesOfUri,
  probe: imageProbe,
  fetchText,
  changedFiles: changedBelow,
  clock: { now: () => new Date() },
});
