import type { Properties } from 'hast';
import type { Heading } from 'mdast';
import { element } from '../hast';
import { type Handle, placed, type Rendering } from '../rendering';

/** `## Title {#id .class key="value"}`; Hugo drops attributes that begin with `on`. */
export function headingHandler(rendering: Rendering): Handle<Heading> {
  return (state, node) => {
    const properties: Properties = {};
    for (const { name, value } of node.data?.attributes ?? []) {
      // A name that every object has (`constructor`) is no attribute, and the writer of HTML stumbles over it.
      if (!/^on/i.test(name) && !(name.toLowerCase() in Object.prototype)) properties[name.toLowerCase()] = value;
    }
    properties['id'] = rendering.ids.get(node);
    return placed(state, node, element(`h${node.depth}`, properties, state.all(node)));
  };
}
