import { fencesOf } from './fences';
import type { FrontMatter } from './frontMatter';
import { readYaml } from './frontMatter/yaml';

/** Reads the front matter of an article. Never throws: what is broken is told in `problems`. */
export function frontMatterOf(text: string): FrontMatter {
  const fences = fencesOf(text);
  const { format, span, open, close, content } = fences;
  const fields =
    format === 'yaml' ? (readYaml(text.slice(content.start, content.end), content.start).fields ?? []) : [];
  return { format, span, open, close, content, fields, problems: [] };
}
