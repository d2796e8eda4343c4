/**
 * One element of a Go time layout. A string is literal text; the rest are named after Go's reference time: `year` is `2006`, `yy` `06`,
 * `month` `01`, `Jan`, `day` `02`, `_2`, `hour` `15`, `hour12` `3`, `zone` `MST`, `offset` `-0700`, `offset:` `-07:00`, with `Z` before
 * it when `Z` is good too, `fraction` `.999999999` (may be absent) and `.000` (has to be there, with as many digits).
 */
export type Element =
  | { readonly text: string }
  | 'year'
  | 'yy'
  | 'month'
  | 'Jan'
  | 'day'
  | '_2'
  | 'Mon'
  | 'Monday'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'PM'
  | 'zone'
  | 'offset'
  | 'Zoffset'
  | 'offset:'
  | 'Zoffset:'
  | 'fraction'
  | '.000'
  | '.000000'
  | '.000000000';

const ELEMENTS: readonly (readonly [string, Element])[] = [
  ['.999999999', 'fraction'],
  ['.000000000', '.000000000'],
  ['.000000', '.000000'],
  ['.000', '.000'],
  ['Z07:00', 'Zoffset:'],
  ['Z0700', 'Zoffset'],
  ['-07:00', 'offset:'],
  ['-0700', 'offset'],
  ['2006', 'year'],
  ['Monday', 'Monday'],
  ['Mon', 'Mon'],
  ['MST', 'zone'],
  ['Jan', 'Jan'],
  ['01', 'month'],
  ['02', 'day'],
  ['_2', '_2'],
  ['06', 'yy'],
  ['15', 'hour'],
  ['04', 'minute'],
  ['05', 'second'],
  ['PM', 'PM'],
  ['3', 'hour12'],
];

/** Cuts a layout such as `2006-01-02 15:04:05` into its elements. */
export function layoutOf(layout: string): readonly Element[] {
  const elements: Element[] = [];
  let text = '';
  let rest = layout;
  while (rest !== '') {
    const found = ELEMENTS.find(([written]) => rest.startsWith(written));
    if (!found) {
      text += rest[0];
      rest = rest.slice(1);
      continue;
    }
    if (text !== '') elements.push({ text });
    text = '';
    elements.push(found[1]);
    rest = rest.slice(found[0].length);
  }
  if (text !== '') elements.push({ text });
  return elements;
}
