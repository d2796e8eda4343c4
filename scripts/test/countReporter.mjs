// A reporter of Node's test runner that counts: one line of JSON, `{passed, failed, skipped: ['name: reason', …]}`.
import path from 'node:path';

export default async function* counts(events) {
  const total = { passed: 0, failed: 0, skipped: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A describe() is not a test; nor is a file, whose name is its path, unless it broke by itself.
    const isFile = data.nesting === 0 && path.isAbsolute(data.name);
    if (data.details?.type === 'suite' || (isFile && type === 'test:pass')) continue;
    if (data.skip !== undefined)
      total.skipped.push(typeof data.skip === 'string' ? `${data.name}: ${data.skip}` : data.name);
    else if (data.todo !== undefined) total.skipped.push(`${data.name}: to do`);
    else if (type === 'test:pass') total.passed++;
    else total.failed++;
  }
  yield `${JSON.stringify(total)}\n`;
}
