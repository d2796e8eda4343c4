import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import type { Place } from '../../base/lines';
import type { Translate } from '../../base/message';
import { wellFormed } from '../../base/wellFormed';
import type { Severity } from '../../project/project';
import { all } from '../../rules/all';
import { pageOf } from '../../rules/run';
import type { CheckedFile, CheckedProblem } from './checked';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
const ROOT = 'SRCROOT';

/** SARIF 2.1.0, which code scanning services read. */
export function sarifReport(checked: readonly CheckedFile[], translate: Translate): string {
  const indexOf = new Map(all.map(({ id }, i) => [id, i]));
  const results = checked.flatMap(({ file, problems }) => {
    const artifactLocation = locationOf(file);
    return problems.map((problem) => resultOf(problem, { artifactLocation, translate, indexOf }));
  });
  const driver = {
    name: 'Copydesk',
    version,
    semanticVersion: version,
    informationUri: 'https://github.com/copydesk/copydesk',
    rules: all.map(({ id, group, severity, off, summary }) => ({
      id,
      shortDescription: { text: translate(summary) },
      helpUri: pageOf(id),
      defaultConfiguration: { level: LEVEL[severity], ...(off ? { enabled: false } : {}) },
      properties: { tags: [group] },
    })),
  };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(process.cwd()).href.replace(/\/+$/, '')}/` } },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/** Below the folder that the command runs in, relative to it: services know only that. */
function locationOf(file: string): ArtifactLocation {
  const relative = path.relative('.', file).split(path.sep);
  if (relative[0] === '..' || path.isAbsolute(relative.join(path.sep))) return { uri: pathToFileURL(file).href };
  return { uri: relative.map((part) => encodeURIComponent(wellFormed(part))).join('/'), uriBaseId: ROOT };
}

interface Around {
  readonly artifactLocation: ArtifactLocation;
  readonly translate: Translate;
  readonly indexOf: ReadonlyMap<string, number>;
}

function resultOf(
  { rule, severity, message, start, end, fixes }: CheckedProblem,
  { artifactLocation, translate, indexOf }: Around,
) {
  return {
    ruleId: rule,
    ruleIndex: indexOf.get(rule) ?? -1,
    level: LEVEL[severity],
    message: { text: translate(message) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(start, end) } }],
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: translate(title) },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({
              deletedRegion: regionOf(edit.start, edit.end),
              insertedContent: { text: edit.text },
            })),
          },
        ],
      })),
    }),
  };
}

function regionOf(start: Place, end: Place) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
