import type { Span } from '../../base/span';
import type { ScalarStyle, Value } from '../frontMatter';

/** A scalar as YAML's scanner gives it, before it has a type. */
export interface RawScalar {
  readonly span: Span;
  readonly text: string;
  readonly style: ScalarStyle;
  /** `tag:yaml.org,2002:str` for `!!str`, `!x` for `!x`. */
  readonly tag?: string;
}

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:|~|null|Null|NULL)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const DECIMAL = /^[-+]?(?:0|[1-9]\d*)$/;
const PREFIXED = /^([-+]?)0(?:([xX])([\da-fA-F]+)|([bB])([01]+)|[oO]?([0-7]+))$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;

const CORE = 'tag:yaml.org,2002:';

/**
 * The type that gopkg.in/yaml.v2 gives a scalar: YAML 1.1 booleans (`yes`, `off`, also `y` and `n`), numbers with `_`, `0x`, `0b`
 * and octal forms, no base 60; what looks like a date stays text.
 */
export function typeScalar({ span, text, style, tag }: RawScalar): Value {
  const asText: Value = { kind: 'string', span, value: text, style };
  const core = tag?.startsWith(CORE) ? tag.slice(CORE.length) : undefined;
  if (tag !== undefined && (core === undefined || core === 'str' || core === 'binary')) return asText;
  if (style !== 'plain' && core === undefined) return asText;
  if (TRUE.test(text)) return { kind: 'boolean', span, value: true };
  if (FALSE.test(text)) return { kind: 'boolean', span, value: false };
  if (NULL.test(text)) return { kind: 'null', span };
  const number = numberOf(text);
  return number === undefined ? asText : { kind: 'number', span, value: number };
}

function numberOf(text: string): number | undefined {
  const first = text.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if (first === 46) {
    if (NOT_A_NUMBER.test(text)) return Number.NaN;
    if (INFINITY.test(text)) return Number.POSITIVE_INFINITY;
    // A form that begins with a dot may have no underscore at its ends; text such as `.5` is what matters.
    return FLOAT.test(text) ? finite(Number(text)) : undefined;
  }
  if (!digit && first !== 43 && first !== 45) return undefined;
  if (INFINITY.test(text)) return first === 45 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const plain = text.replaceAll('_', '');
  if (DECIMAL.test(plain)) return Number(plain);
  const prefixed = PREFIXED.exec(plain);
  if (prefixed) {
    const [, sign, , hex, , binary, octal] = prefixed;
    const size = Number.parseInt((hex ?? binary ?? octal)!, hex ? 16 : binary ? 2 : 8);
    return sign === '-' ? -size : size;
  }
  return FLOAT.test(plain) ? finite(Number(plain)) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** A scalar as Hugo prints it: `yes` is `true`; '' for what is no scalar. */
export function textOfScalar(value: Value | undefined): string {
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'number' || value?.kind === 'boolean' ? String(value.value) : '';
}
