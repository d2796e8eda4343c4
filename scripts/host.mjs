// Prepares the VS Code servers that `npm start` and the tests use (see host/).
//   node scripts/host.mjs [1.139.1|1.100.3|newest|oldest …]
import { prepareHost } from './host/prepare.mjs';
import { HOSTS } from './host/versions.mjs';

const wanted = process.argv.slice(2);
for (const version of wanted.length > 0 ? wanted : HOSTS.map((h) => h.vscode)) {
  const { vscode, server, node } = await prepareHost(version);
  console.log(`VS Code ${vscode}: ${server} (with ${node})`);
}
