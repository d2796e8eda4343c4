/** Why `npm ci` has to run in a folder, or undefined when its node_modules hold what its package-lock.json says. */
export function missingPackages(dir?: string): string | undefined;
