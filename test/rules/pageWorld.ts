import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { articleOf } from '../../src/article/articleOf';
import { schemaCommentOf } from '../../src/article/schemaComment';
import { WORDS_FILE, wordsFileOf } from '../../src/project/readWords';
import { SchemaShelf } from '../../src/project/schemaShelf';
import type { World } from '../../src/rules/world';
import { ROOT } from '../support/paths';
import { WORLD } from './subjectOf';

/** The newsroom's own files that a page shows, by name: ````` ````json news.schema.json`````. */
function filesOn(page: string): ReadonlyMap<string, string> {
  return new Map(
    [...page.matchAll(/^````(?:json|yaml) (\S+)\n([\s\S]*?)^````$/gm)].map(([, name, text]) => [name!, text!]),
  );
}

/** What the files of a page make of the world of its examples; schemas are read when the tests begin. */
const WORLDS = new Map<string, (text: string) => Partial<World>>();

for (const name of readdirSync(path.join(ROOT, 'docs/rules'))) {
  const page = readFileSync(path.join(ROOT, 'docs/rules', name), 'utf8');
  const files = filesOn(page);
  const shelf = new SchemaShelf(async (address) => files.get(address));
  const chosen = [...files.keys()].find((file) => file.endsWith('.schema.json'));
  if (chosen !== undefined) shelf.choose([{ files: ['**'], schema: chosen }]);
  const words = files.get(WORDS_FILE);
  const schemaOf = (text: string): Parameters<SchemaShelf['schemaFor']> => [
    'content/news/a.md',
    schemaCommentOf(articleOf(text))?.address,
  ];
  const examples = [...page.matchAll(/^````md .*\n([\s\S]*?)^````$/gm)].map(([, text = '']) =>
    text.replace(/[«»]/g, ''),
  );
  for (const text of examples) await shelf.readyFor(...schemaOf(text));
  WORLDS.set(name.replace(/\.md$/, ''), (text) => ({
    schema: shelf.schemaFor(...schemaOf(text)),
    ...(words === undefined ? {} : { project: { ...WORLD.project, words: wordsFileOf(words).words } }),
  }));
}

/** The world of an example on a rule's page. */
export function pageWorld(id: string, text: string): Partial<World> {
  return WORLDS.get(id)?.(text) ?? {};
}
