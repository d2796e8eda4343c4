import type { Element } from 'hast';
import { element } from '../hast';

interface Icon {
  readonly className: readonly string[];
  readonly height: number;
  readonly viewBox: string;
  readonly path: string;
}

function icon({ className, height, viewBox, path }: Icon): Element {
  const properties = { className: [...className], width: 16, height, viewbox: viewBox };
  return element('svg', properties, element('path', { d: path }));
}

/** The theme's own drawings, which pages carry in full. */
export function timeIcon(): Element {
  return icon({
    className: ['meta__icon', 'icon', 'icon-time'],
    height: 14,
    viewBox: '0 0 30 28',
    path: 'M15 0a14 14 0 1 1 0 28 1 1 0 0 1 0-28m0 3a3 3 0 1 0 0 22 3 3 0 0 0 0-22m1 4h-2v8.4l6.8 4.4L22 18l-6-3.8z',
  });
}

export function categoryIcon(): Element {
  return icon({
    className: ['meta__icon', 'icon', 'icon-category'],
    height: 16,
    viewBox: '0 0 16 16',
    path: 'm7 2 1 2h8v11H0V2z',
  });
}

export function tagIcon(): Element {
  return icon({
    className: ['tags__badge', 'icon', 'icon-tag'],
    height: 16,
    viewBox: '0 0 32 32',
    path: 'M4 0h8s2 0 4 2l15 15s2 2 0 4L21 31s-2 2-4 0L2 16s-2-2-2-4V3s0-3 4-3m3 10a3 3 0 0 0 0-6 3 3 0 0 0 0 6',
  });
}
