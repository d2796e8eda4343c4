import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Full, real paths of files; or why git cannot tell. */
export type Changed =
  | { readonly files: readonly string[] }
  | {
      readonly failed: 'no-git' | 'no-repository' | 'no-such-ref' | 'no-common-commit' | 'git-failed';
      readonly says: string;
    };

/**
 * Files of the repository around a folder that are not as they were: changed, staged or new, since `HEAD`, or since the branch left another one. Of a
 * renamed file the new name; none that are gone.
 * @param since '' for `HEAD`
 */
export function changedFiles(folder: string, since: string): Changed {
  const real = realpathSync(folder);
  const up = git(real, 'rev-parse', '--show-cdup');
  if (!up) return { failed: 'no-git', says: '' };
  if (up.code !== 0) return { failed: 'no-repository', says: up.err };
  const base = baseOf(real, since);
  if ('failed' in base) return base;
  const top = path.resolve(real, up.out.trimEnd());
  const diff = [
    'diff',
    '--name-only',
    '-z',
    '--no-ext-diff',
    '--no-relative',
    '--ignore-submodules',
    '--diff-filter=d',
  ];
  const lists = [
    git(top, ...diff, base.commit, '--'),
    git(top, ...diff, '--cached', base.commit, '--'),
    git(top, 'ls-files', '--others', '--exclude-standard', '-z'),
  ];
  const broken = lists.find((list) => list?.code !== 0);
  if (broken) return { failed: 'git-failed', says: broken.err };
  const names = lists.flatMap((list) => list?.out.split('\0') ?? []).filter((name) => name !== '');
  return { files: [...new Set(names)].map((name) => path.join(top, name)) };
}

/** What to compare with: a commit, or the empty tree where nothing was committed yet. */
function baseOf(folder: string, since: string): { readonly commit: string } | Extract<Changed, { failed: string }> {
  const commitOf = (name: string) =>
    git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  const head = commitOf('HEAD');
  if (since === '') {
    if (head?.code === 0) return { commit: head.out.trim() };
    const empty = git(folder, 'hash-object', '-t', 'tree', '--stdin');
    return empty?.code === 0 ? { commit: empty.out.trim() } : { failed: 'git-failed', says: empty?.err ?? '' };
  }
  const other = commitOf(since);
  if (other?.code !== 0 || head?.code !== 0) return { failed: 'no-such-ref', says: other?.err ?? '' };
  const common = git(folder, 'merge-base', other.out.trim(), head.out.trim());
  return common?.code === 0 ? { commit: common.out.trim() } : { failed: 'no-common-commit', says: common?.err ?? '' };
}

/**
 * The branch that the checked-out one most likely left: the one that the remote has as its own, else `main` or `master`; undefined on that branch itself,
 * and where there is none.
 */
export function baseBranchOf(folder: string): string | undefined {
  const current = git(folder, 'symbolic-ref', '--quiet', '--short', 'HEAD')?.out.trim();
  const remote = git(folder, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')?.out.trim();
  const candidates = [...(remote ? [remote] : []), 'main', 'master'];
  const base = candidates.find(
    (name) => git(folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`)?.code === 0,
  );
  return base === undefined || base === current || base === `origin/${current}` ? undefined : base;
}

/** Undefined when there is no git on this machine. */
function git(
  folder: string,
  ...args: string[]
): { readonly code: number | null; readonly out: string; readonly err: string } | undefined {
  const { error, status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    input: '',
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    windowsHide: true,
  });
  if (error && !stdout) return undefined;
  return { code: status, out: stdout, err: stderr.trim().split('\n')[0] ?? '' };
}
