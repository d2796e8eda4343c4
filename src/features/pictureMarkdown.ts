import type { ImageFact } from '../base/images';
import { type Message, message } from '../base/message';
import { uriOf } from '../base/uris';
import type { ImageResolution } from '../hugo/resolve';
import type { HoverContext } from './hoverContext';
import { escapeAddress, escapeMarkdown } from './markdown';
import { addressesOf, type PictureUse, resolved } from './pictures';

/** The workbench cuts a hover's Markdown at this many characters (measured in VS Code 1.100 and 1.139). */
const HOVER_LIMIT = 100_000;
/** A picture of so many pixels leaves the text below it in sight: a hover is at most 250 pixels high. */
const WIDEST = 320;
const HIGHEST = 160;

/** The picture, its alt text and where it comes from. Text from the article is escaped. */
export function pictureMarkdown(context: HoverContext, use: PictureUse): string {
  const { world, translate, path } = context;
  const resolution = resolved(world.site, path, use);
  const found = firstFact(context, resolution);
  const said: Message[] = [];
  if (use.alt !== undefined)
    said.push(use.alt === '' ? message('No alt text') : message('Alt text: {0}', escapeMarkdown(use.alt)));
  said.push(...sourceLines(resolution, found), ...reasonLines(found?.fact));
  const picture = pictureOf(context, { use, resolution, found });
  const link = openLink(context, resolution, found);
  const text = [...said.map(translate), ...measures(found?.fact), ...(link ? [link] : [])].join('  \n');
  const all = picture ? `${picture}\n\n${text}` : text;
  return all.length <= HOVER_LIMIT ? all : text;
}

interface Found {
  readonly address: string;
  readonly fact: ImageFact;
}

/** The fact of the first candidate that exists; else of the first. */
function firstFact({ world }: HoverContext, resolution: ImageResolution): Found | undefined {
  const facts = addressesOf(resolution).map((address) => ({ address, fact: world.images.get(address) }));
  return facts.find(({ fact }) => fact.state === 'ok') ?? facts[0];
}

function pictureOf(
  context: HoverContext,
  { use, resolution, found }: { use: PictureUse; resolution: ImageResolution; found: Found | undefined },
): string | undefined {
  const alt = escapeMarkdown(use.alt ?? use.field ?? '');
  const fact = found?.fact;
  const image = (url: string): string => `![${alt}](${url}|${sizeOf(fact)})`;
  if (fact?.state === 'ok' && fact.dataUri) return image(fact.dataUri);
  switch (resolution.kind) {
    case 'remote':
      // The workbench paints https by itself; anything else only when it was inlined above.
      return context.world.project.images.remote && /^https:/i.test(resolution.url) && fact?.state !== 'broken'
        ? image(escapeAddress(resolution.url))
        : undefined;
    case 'data':
      return /^data:image\//i.test(resolution.uri) ? image(escapeAddress(resolution.uri)) : undefined;
    case 'local':
      return fact?.state === 'ok' && found ? image(fileUri(context, found)) : undefined;
    case 'none':
      return undefined;
    default:
      return resolution satisfies never;
  }
}

function fileUri({ rootUri }: HoverContext, { address }: Found): string {
  return uriOf(rootUri, address.slice('file:'.length));
}

/** For a picture of the site that is there. */
function openLink(context: HoverContext, resolution: ImageResolution, found: Found | undefined): string | undefined {
  if (resolution.kind !== 'local' || found?.fact.state !== 'ok') return undefined;
  return `[${context.translate(message('Open the picture'))}](${fileUri(context, found)})`;
}

/** Never larger than it is, as far as that is known; the other measure follows. */
function sizeOf(fact: ImageFact | undefined): string {
  if (fact?.state !== 'ok' || !fact.width || !fact.height) return `height=${HIGHEST}`;
  const scale = Math.min(1, WIDEST / fact.width, HIGHEST / fact.height);
  return `width=${Math.max(1, Math.round(fact.width * scale))}`;
}

function sourceLines(resolution: ImageResolution, found: Found | undefined): Message[] {
  switch (resolution.kind) {
    case 'remote':
      return [message('From {0}', escapeMarkdown(hostOf(resolution.url)))];
    case 'data':
      return [message('Written into the article itself')];
    case 'local':
      if (found?.fact.state === 'ok') return [message('From {0}', escapeMarkdown(found.address.slice('file:'.length)))];
      return [message('Not found. Looked for {0}', resolution.candidates.map(escapeMarkdown).join(', '))];
    case 'none':
      return [message('Hugo publishes no picture for this address.')];
    default:
      return resolution satisfies never;
  }
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? url;
}

/** Why there is no picture; a missing file is told by where it was looked for. */
function reasonLines(fact: ImageFact | undefined): Message[] {
  return fact?.state === 'broken' && fact.reason !== 'missing' ? [brokenText(fact.reason)] : [];
}

/** `1280 × 720 · PNG · 84 KB`, the same in every language. */
function measures(fact: ImageFact | undefined): string[] {
  if (fact?.state !== 'ok') return [];
  const format = fact.mime
    .replace(/^image\//, '')
    .replace('+xml', '')
    .toUpperCase();
  const size = fact.width && fact.height ? `${fact.width} × ${fact.height}` : undefined;
  return [[size, format, weight(fact.bytes)].filter(Boolean).join(' · ')];
}

function brokenText(reason: Exclude<Extract<ImageFact, { state: 'broken' }>['reason'], 'missing'>): Message {
  switch (reason) {
    case 'not-an-image':
      return message('The address does not give a picture.');
    case 'refused':
      return message('Copydesk does not fetch from this address: it is private or not http(s).');
    case 'too-large':
      return message('The picture is too large to show here.');
    case 'unreachable':
      return message('The server did not answer.');
    default:
      return reason satisfies never;
  }
}

function weight(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
