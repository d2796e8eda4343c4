import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SchemaShelf } from '../../src/project/schemaShelf';
import { NEWS_SCHEMA } from '../../src/schema/newsSchema';

const knows = (key: string): string => JSON.stringify({ properties: { [key]: { type: 'string' } } });

function shelfOf(files: Record<string, string>): SchemaShelf {
  return new SchemaShelf(async (address) => (Object.hasOwn(files, address) ? files[address] : undefined));
}

test('the first choice whose globs match holds; without one, the built-in schema', async () => {
  const shelf = shelfOf({ 'a.json': knows('first'), 'b.json': knows('second') });
  shelf.choose([
    { files: ['content/en/**'], schema: './a.json' },
    { files: ['content/**', '!content/old/**'], schema: 'b.json' },
  ]);
  assert.ok((await shelf.readyFor('content/en/x.md')).properties.has('first'));
  assert.ok((await shelf.readyFor('content/x.md')).properties.has('second'));
  assert.equal(await shelf.readyFor('content/old/x.md'), NEWS_SCHEMA);
});

test('until a schema has been read, the built-in one is used, and then it is told', async () => {
  const shelf = shelfOf({ 'a.json': knows('own') });
  shelf.choose([{ files: ['**'], schema: 'a.json' }]);
  const read = new Promise<void>((resolve) => {
    shelf.onRead = resolve;
  });
  assert.equal(shelf.schemaFor('x.md'), NEWS_SCHEMA);
  await read;
  assert.ok(shelf.schemaFor('x.md').own?.names.has('own'));
});

test('an article names its own schema, beside itself or below the root, never above', async () => {
  const shelf = shelfOf({ 'content/a.json': knows('beside'), 'schemas/b.json': knows('below') });
  const namesOf = async (comment: string) => [...((await shelf.readyFor('content/x.md', comment)).own?.names ?? [])];
  assert.deepEqual(await namesOf('a.json'), ['beside']);
  assert.deepEqual(await namesOf('../schemas/b.json'), ['below']);
  assert.deepEqual(await namesOf('/schemas/b.json'), ['below']);
  assert.deepEqual(await namesOf('schemas/b.json'), ['below']);
  assert.deepEqual(await namesOf('../../schemas/b.json'), []);
  const { unread } = shelf.schemaFor('content/x.md', 'none.json');
  assert.equal(unread, undefined, 'not looked for yet');
  assert.match((await shelf.readyFor('content/x.md', 'none.json')).unread?.message.template ?? '', /no schema/);
});

test('a schema is read again when one of its files changes, comes or goes', async () => {
  const files: Record<string, string> = { 'a.json': '{"$ref": "b.json"}', 'b.json': knows('old') };
  const shelf = shelfOf(files);
  shelf.choose([{ files: ['**'], schema: 'a.json' }]);
  const names = async () => [...((await shelf.readyFor('x.md')).own?.names ?? [])];
  assert.deepEqual(await names(), ['old']);
  files['b.json'] = knows('new');
  assert.equal(shelf.forget('c.json'), false);
  assert.deepEqual(await names(), ['old']);
  assert.equal(shelf.forget('b.json'), true);
  assert.deepEqual(await names(), ['new']);
  delete files['b.json'];
  shelf.forget('b.json');
  assert.deepEqual(await names(), []);
  assert.deepEqual(
    shelf
      .faults()
      .filter(({ problems }) => problems.length > 0)
      .map(({ file }) => file),
    ['a.json'],
  );
  files['b.json'] = knows('back');
  assert.equal(shelf.forget('b.json'), true);
  assert.deepEqual(await names(), ['back']);
});
