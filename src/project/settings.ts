import { type Message, message } from '../base/message';
import { isRecord } from '../base/records';
import { DEFAULT_PROJECT, type ParsedSettings, type Project, type Severity } from './project';

const LEVELS: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies (Severity | 'off')[];

type Raw = Readonly<Record<string, unknown>>;

/**
 * Parses what the editor keeps under `copydesk` (or a project's settings in the same shape). Never throws: a wrong value counts as not
 * set, and a message names it. What is not known is left alone: it may belong to another part of the extension.
 */
export function parseSettings(raw: unknown): ParsedSettings {
  const problems: Message[] = [];
  if (raw === undefined || raw === null) return { project: DEFAULT_PROJECT, problems };
  if (!isRecord(raw)) return { project: DEFAULT_PROJECT, problems: [message(NOT_AN_OBJECT, 'copydesk', shown(raw))] };
  const preview = mapOf(raw, 'preview', problems);
  const images = mapOf(raw, 'images', problems);
  const project: Project = {
    ...DEFAULT_PROJECT,
    severities: severitiesOf(raw, problems),
    allowedKeys: new Set(
      textsOf(raw, { key: 'allowedKeys', name: 'copydesk.allowedKeys', problems }).map((key) => key.toLowerCase()),
    ),
    preview: {
      followScroll: flagOf(preview, {
        key: 'followScroll',
        name: 'copydesk.preview.followScroll',
        problems,
        otherwise: DEFAULT_PROJECT.preview.followScroll,
      }),
    },
    images: {
      remote: flagOf(images, {
        key: 'remote',
        name: 'copydesk.images.remote',
        problems,
        otherwise: DEFAULT_PROJECT.images.remote,
      }),
      allowedHosts: textsOf(images, { key: 'allowedHosts', name: 'copydesk.images.allowedHosts', problems }),
    },
  };
  return { project, problems };
}

/** Whole sentences, so that they can be translated. `{0}` is the setting, `{1}` what it is. */
const NOT_AN_OBJECT = '“{0}” must be an object, not {1}. It is ignored.';
const NOT_A_LIST = '“{0}” must be a list of texts, not {1}. It is ignored.';
const NOT_A_TEXT = '“{0}” must be a text, not {1}. It is ignored.';
const NOT_A_FLAG = '“{0}” must be true or false, not {1}. It is ignored.';
const NOT_A_LEVEL = '“{0}” must be one of {2}, not {1}. It is ignored.';

function severitiesOf(raw: Raw, problems: Message[]): ReadonlyMap<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>();
  const levels = LEVELS.map((name) => `"${name}"`).join(', ');
  for (const [rule, level] of Object.entries(mapOf(raw, 'rules', problems))) {
    if (typeof level === 'string' && isLevel(level)) severities.set(rule, level);
    else problems.push(message(NOT_A_LEVEL, `copydesk.rules.${rule}`, shown(level), levels));
  }
  return severities;
}

function isLevel(text: string): text is Severity | 'off' {
  return LEVELS.includes(text);
}

interface Place {
  readonly key: string;
  /** As the settings show it: `copydesk.images.remote`. */
  readonly name: string;
  readonly problems: Message[];
}

function mapOf(raw: Raw, key: string, problems: Message[]): Raw {
  const value = raw[key];
  if (isRecord(value)) return value;
  if (value !== undefined && value !== null) problems.push(message(NOT_AN_OBJECT, `copydesk.${key}`, shown(value)));
  return {};
}

function flagOf(raw: Raw, { key, name, problems, otherwise }: Place & { readonly otherwise: boolean }): boolean {
  const value = raw[key];
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) problems.push(message(NOT_A_FLAG, name, shown(value)));
  return otherwise;
}

/** The texts of a list; items that are none are named and left out. */
function textsOf(raw: Raw, { key, name, problems }: Place): readonly string[] {
  const value = raw[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.push(message(NOT_A_LIST, name, shown(value)));
    return [];
  }
  for (const [i, item] of value.entries()) {
    if (typeof item === 'string') continue;
    problems.push(message(NOT_A_TEXT, `${name}[${i}]`, shown(item)));
  }
  return value.filter((item) => typeof item === 'string');
}

/** `"foo"`, `5`, `["a"]`: JSON, cut when it is long. */
function shown(value: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = String(value);
  }
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
