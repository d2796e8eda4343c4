import { span } from '../base/span';
import { type Fences, fencesOf } from './fences';
import type { FrontMatter } from './frontMatter';
import { type Block, readBlock } from './frontMatter/block';
import { fenceProblem, guessedEnd, strayAfterOpen, strayProblem } from './frontMatter/fenceProblems';
import { judge } from './frontMatter/goYaml/judge';
import { readJson } from './frontMatter/json';
import { readOrg } from './frontMatter/org';
import { readToml } from './frontMatter/toml';
import { scanUsual } from './frontMatter/usual';

/** Reads the front matter of an article as Hugo 0.111 does. Never throws: what is broken is told in `problems`. */
export function frontMatterOf(text: string): FrontMatter {
  return scanUsual(text) ?? readFrontMatter(text);
}

/** The same without the short way for the usual forms. */
export function readFrontMatter(text: string): FrontMatter {
  const fences = mended(text, fencesOf(text));
  const { format, span, open, close, content } = fences;
  const { fields, problems } = readContent(text, fences);
  const fence = fenceProblem(text, fences, fields);
  return { format, span, open, close, content, fields, problems: fence ? [fence, ...problems] : problems };
}

/** Front matter without an end goes as far as its lines look like fields, so that these can be read. */
function mended(text: string, fences: Fences): Fences {
  if (fences.fault !== 'unclosed' || (fences.format !== 'yaml' && fences.format !== 'toml')) return fences;
  const end = guessedEnd(text, fences);
  return { ...fences, span: span(fences.span.start, end), content: span(fences.content.start, end) };
}

function readContent(text: string, fences: Fences): Block {
  const { format, content, fault } = fences;
  switch (format) {
    case 'yaml':
      return readFields(text, fences);
    case 'toml':
      return readToml(text, content);
    case 'json':
      return fault === 'unclosed' ? { ...readJson(text, content), problems: [] } : readJson(text, content);
    case 'org':
      return { fields: readOrg(text, content), problems: [] };
    case 'none':
      return { fields: [], problems: [] };
    default:
      return format satisfies never;
  }
}

/** What stands on the line of the opening dashes spoils the fields; they are read without it. */
function readFields(text: string, fences: Fences): Block {
  const { content } = fences;
  const stray = strayAfterOpen(text, fences);
  const verdict = stray && judge(text.slice(content.start, content.end));
  if (!stray || !verdict) return readBlock(text, content);
  const { fields, problems } = readBlock(
    text,
    span(/[\r\n]/.test(text[stray.end] ?? '') ? stray.end : content.end, content.end),
  );
  return { fields, problems: [strayProblem(text, fences, stray, verdict.says), ...problems] };
}
