// The VS Code servers that are used, as published on the npm registry, and the Node each of them was built for.

/** Newest first. `vscode` is what the window says; `recipe` goes up when prepare.mjs changes what it makes. */
export const HOSTS = [
  { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  { vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
];
export const NEWEST = HOSTS[0].vscode;
export const OLDEST = HOSTS[HOSTS.length - 1].vscode;

/** The host for `1.139.1`, `4.139.1`, `newest` or `oldest`. */
export function hostOf(name = 'newest') {
  const wanted = name === 'newest' ? NEWEST : name === 'oldest' ? OLDEST : name;
  const host = HOSTS.find((h) => h.vscode === wanted || h.codeServer === wanted);
  if (host) return host;
  throw new Error(`There is no VS Code ${name} here; there is ${HOSTS.map((h) => h.vscode).join(' and ')}.`);
}
