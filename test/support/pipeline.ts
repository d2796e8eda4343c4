import type { Article } from '../../src/article/article';
import { articleOf } from '../../src/article/articleOf';
import { briefOf } from '../../src/article/brief';
import { type Lines, linesOf } from '../../src/base/lines';
import { english } from '../../src/base/message';
import { codeActions } from '../../src/features/codeActions';
import { complete } from '../../src/features/completion/complete';
import { hover } from '../../src/features/hover';
import { renderBody } from '../../src/render/body';
import { renderPreview } from '../../src/render/preview';
import type { Problem } from '../../src/rules/rule';
import { problemsOf } from '../../src/rules/run';
import type { World } from '../../src/rules/world';
import { WORLD } from '../rules/subjectOf';
import { NO_CONTEXT } from './noContext';

export const PATH = 'content/news/a.md';

/** All that is done with an article while it is edited. Each stage may be left out; a rule that throws makes the stage throw. */
export class Pipeline {
  readonly article: Article;
  readonly lines: Lines;

  constructor(
    readonly text: string,
    private readonly world: World = WORLD,
  ) {
    this.article = articleOf(text, world.site.dialect);
    this.lines = linesOf(text);
  }

  problems(): Problem[] {
    const { article } = this;
    return problemsOf(
      { article, path: PATH, kind: 'article', world: this.world },
      {
        onDefect(rule, error) {
          throw new Error(`${rule} threw`, { cause: error });
        },
      },
    );
  }
  completeAt(offset: number) {
    const { article, lines } = this;
    const editor = { snippets: true, retrigger: true };
    return complete({ article, lines, offset, editor, world: this.world, translate: english });
  }
  hoverAt(offset: number) {
    const { article, lines } = this;
    return hover({
      article,
      lines,
      offset,
      path: PATH,
      rootUri: 'file:///site',
      world: this.world,
      translate: english,
    });
  }
  actions(problems: readonly Problem[], start = 0, end = this.text.length) {
    const { article, lines } = this;
    const at = { uri: 'a', version: 1, article, lines, span: { start, end } };
    return codeActions({ ...at, problems, only: [], translate: english });
  }
  body(): string {
    return renderBody({ article: this.article, site: this.world.site, path: PATH });
  }
  preview(): string {
    return renderPreview({
      article: this.article,
      site: this.world.site,
      path: PATH,
      context: NO_CONTEXT,
      translate: english,
    });
  }
  brief() {
    return briefOf(PATH, this.text, new Set(['tags', 'categories']));
  }
}
