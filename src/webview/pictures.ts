/** What stands in for a picture that does not load. */
export interface PictureTexts {
  readonly missing: string;
  /** For `![]()`. */
  readonly nowhere: string;
  readonly retry: string;
}

export interface Pictures {
  /** Gives the pictures of a new page their addresses; those known to be lost stay placeholders, so nothing flickers. */
  prepare(next: HTMLElement, base: string): void;
}

/** Watches pictures: one that does not load becomes a placeholder with its alt text; a click tries once more. */
export function picturesOf(page: HTMLElement, texts: PictureTexts): Pictures {
  const lost = new Set<string>();
  page.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLImageElement) || target.hidden) return;
      lost.add(target.src);
      standIn(target, texts);
    },
    true, // errors of pictures do not bubble
  );
  page.addEventListener('click', ({ target }) => {
    const place = target instanceof Element ? target.closest('.lost') : null;
    const picture = place?.previousElementSibling;
    if (!place || !(picture instanceof HTMLImageElement) || !picture.getAttribute('src')) return;
    lost.delete(picture.src);
    place.remove();
    picture.hidden = false;
    picture.src = picture.getAttribute('src') ?? '';
  });
  return {
    prepare(next, base) {
      for (const picture of next.querySelectorAll('img')) {
        const file = picture.dataset['file'];
        if (file !== undefined && base !== '') picture.setAttribute('src', addressOf(file, base));
        if (!picture.getAttribute('src') || lost.has(picture.src)) standIn(picture, texts);
      }
    },
  };
}

/** `static/img/港口 1.jpg` below the base, every part escaped. */
function addressOf(file: string, base: string): string {
  return `${base.replace(/\/$/, '')}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

function standIn(picture: HTMLImageElement, { missing, nowhere, retry }: PictureTexts): void {
  const address = picture.dataset['file'] ?? picture.getAttribute('src') ?? '';
  const place = picture.ownerDocument.createElement('span');
  place.className = 'lost';
  if (address !== '') place.title = retry;
  const part = (name: string, text: string) => {
    const span = picture.ownerDocument.createElement('span');
    span.className = `lost__${name}`;
    span.textContent = text;
    place.append(span);
  };
  part('alt', picture.alt);
  part('why', address === '' ? nowhere : missing);
  part('address', shortened(address));
  picture.hidden = true;
  picture.after(place);
}

/** Long addresses keep their start and their end. */
function shortened(address: string): string {
  return address.length <= 96 ? address : `${address.slice(0, 60)}…${address.slice(-30)}`;
}
