import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { fetchText } from '../platform/node/fetchText';
import { nodeFiles } from '../platform/node/files';
import { imageProbe } from '../platform/node/images';
import { serve } from './main';

serve(createConnection(ProposedFeatures.all), {
  filesOf: (uri) => (uri.startsWith('file:') ? nodeFiles(fileURLToPath(uri)) : undefined),
  probe: imageProbe,
  fetchText,
  clock: { now: () => new Date() },
});
