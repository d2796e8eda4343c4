/** What the package may weigh, in bytes. */
export const LIMIT: number;
/** Builds and packs the extension; `files` are the paths in the package, sorted. */
export function makePackage(packagePath?: string): Promise<{
  readonly file: string;
  readonly bytes: number;
  readonly files: readonly string[];
}>;
