export interface Machine {
  readonly browser: boolean;
  readonly display: boolean;
  readonly code: { readonly program: string; readonly version: string } | undefined;
  readonly internet: () => Promise<boolean>;
}
export function choose(
  machine: Machine,
): Promise<{ readonly how: 'code' | 'download' | 'browser'; readonly why: string }>;
export function hasDisplay(env?: Readonly<Record<string, string | undefined>>, platform?: string): boolean;
export function findCode(
  env?: Readonly<Record<string, string | undefined>>,
): { readonly program: string; readonly version: string } | undefined;
