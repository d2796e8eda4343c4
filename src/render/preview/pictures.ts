import type { Properties } from 'hast';
import { resolveImage } from '../../hugo/resolve';
import { isDangerous } from '../body/urls';
import type { Source } from '../rendering';

/**
 * Where the preview finds a picture: one of the web by its address, one of the workspace by its path (`data-file`), of which the first is taken
 * that Hugo would look for. Nothing for an address that leads to no picture.
 */
export function pictureProperties({ site, path }: Source, address: string): Properties {
  const found = resolveImage(site, path, address);
  switch (found.kind) {
    case 'remote':
      return { src: found.url };
    case 'data':
      return isDangerous(found.uri) ? {} : { src: found.uri };
    case 'local':
      return { dataFile: found.candidates[0] };
    case 'none':
      return {};
    default:
      return found satisfies never;
  }
}
