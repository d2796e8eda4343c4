import type { BuildOptions, BuildResult } from 'esbuild';

/** The options of every bundle; `dev` keeps names and adds source maps. */
export function bundles(dev: boolean): (BuildOptions & { entryPoints: Record<string, string> })[];
export function build(options?: { dev?: boolean }): Promise<BuildResult[]>;
