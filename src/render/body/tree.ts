import type { ElementContent, RootContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { type Handlers, type State, toHast } from 'mdast-util-to-hast';
import { text } from '../hast';
import { type Medium, type Rendering, renderingOf, type Source } from '../rendering';
import { usesOf } from '../shortcodes/uses';
import { codeHandler } from './code';
import { definitionDescription, definitionList, definitionTerm } from './definitionLists';
import { footnoteReferenceHandler, footnotesOf } from './footnotes';
import { headingHandler } from './headings';
import { imageHandler, imageReferenceHandler } from './images';
import { linkHandler, linkReferenceHandler } from './links';
import { checkbox, list, listItemHandler } from './lists';
import { paragraphHandler } from './paragraphs';
import { rawHtmlHandler } from './rawHtml';
import { table } from './tables';
import { inlineCodeHandler, textHandler } from './text';

/** The body as a tree of HTML, blocks on lines of their own. Elements keep the position of what they were made of. */
export function bodyTree(source: Source, medium: Medium): RootContent[] {
  const rendering = renderingOf(source, medium, usesOf(source.article));
  const root = (state: State, node: MarkdownRoot): ElementContent[] => {
    const blocks = state.all(node);
    const notes = footnotesOf(rendering, state);
    return (notes ? [...blocks, notes] : blocks).flatMap((block) => [block, text('\n')]);
  };
  const made = toHast(source.article.body.tree, { handlers: { ...handlersOf(rendering), root } });
  return 'children' in made ? (made.children as RootContent[]) : [];
}

function handlersOf(rendering: Rendering): Handlers {
  return {
    text: textHandler(rendering),
    inlineCode: inlineCodeHandler(rendering),
    code: codeHandler(rendering),
    html: rawHtmlHandler(rendering),
    paragraph: paragraphHandler(rendering),
    heading: headingHandler(rendering),
    link: linkHandler(rendering),
    linkReference: linkReferenceHandler(rendering),
    image: imageHandler(rendering),
    imageReference: imageReferenceHandler(rendering),
    footnoteReference: footnoteReferenceHandler(rendering),
    footnoteDefinition: () => undefined,
    list,
    listItem: listItemHandler(),
    checkbox,
    table,
    definitionList,
    definitionTerm,
    definitionDescription,
  };
}
