import picomatch from 'picomatch';

/** Whether a path below the root is one of those that the globs mean. */
export type PathTest = (path: string) => boolean;

/**
 * Compiles globs. `*.en.md` without a slash means files of that name in any folder, `content/old/` all that is in it; one that begins with `!`
 * takes away from what stands before it in the list.
 */
export function pathTest(globs: readonly string[]): PathTest {
  const tests = globs.map((glob) => {
    const takesAway = glob.startsWith('!');
    return { takesAway, test: picomatch(normal(takesAway ? glob.slice(1) : glob), { dot: true, noextglob: true }) };
  });
  return (path) => {
    let is = false;
    for (const { takesAway, test } of tests) if (is === takesAway && test(path)) is = !takesAway;
    return is;
  };
}

function normal(glob: string): string {
  const inside = glob.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '/**');
  return /\//.test(inside) || glob.startsWith('/') ? inside : `**/${inside}`;
}

/** Why a text is no glob, if it is none: nothing can be meant by it. */
export function isGlob(text: string): boolean {
  if (text.replace(/^!/, '').replace(/^(?:\.?\/)+/, '') === '') return false;
  try {
    pathTest([text]);
    return true;
  } catch {
    return false;
  }
}
