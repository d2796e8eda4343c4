import type { Message } from '../base/message';
import { givenOf } from './given';
import { layered } from './layers';
import { type Asked, flagOf, mapOf, optionsOf, type Reading, textsOf, valueIn } from './options';
import { DEFAULT_PROJECT, type ParsedSettings } from './project';

/**
 * Parses what the editor keeps under `copydesk`. Never throws: a wrong value counts as not set, and a message names it. What is not known is left
 * alone: it may belong to another part of the extension.
 */
export function parseSettings(raw: unknown): ParsedSettings {
  const given = raw === undefined || raw === null ? undefined : givenOf(raw);
  const reading: Reading = { prefix: 'copydesk.', names: undefined, problems: [] };
  const map = mapOf({ given, name: 'copydesk', reading: { ...reading, prefix: '' } });
  if (!map) return { project: DEFAULT_PROJECT, problems: messagesOf(reading) };
  const group = (name: string): ((key: string) => Asked) => {
    const inside = mapOf({ given: valueIn(map, name), name, reading });
    return (key) => ({ given: inside && valueIn(inside, key), name: `${name}.${key}`, reading });
  };
  const preview = group('preview');
  const images = group('images');
  const own = {
    ...DEFAULT_PROJECT,
    preview: { followScroll: flagOf(preview('followScroll')) ?? DEFAULT_PROJECT.preview.followScroll },
    images: {
      remote: flagOf(images('remote')) ?? DEFAULT_PROJECT.images.remote,
      allowedHosts: textsOf(images('allowedHosts')),
    },
  };
  const project = layered(own, optionsOf(map, reading));
  return { project, problems: messagesOf(reading) };
}

function messagesOf({ problems }: Reading): Message[] {
  return problems.map(({ message }) => message);
}
