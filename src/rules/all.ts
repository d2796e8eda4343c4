import { accidentalHeading } from './accidental-heading';
import { badEscape } from './bad-escape';
import { badOpeningFence } from './bad-opening-fence';
import { boldHeading } from './bold-heading';
import { booleanInQuotes } from './boolean-in-quotes';
import { brokenRef } from './broken-ref';
import { brokenShortcode } from './broken-shortcode';
import { brokenThumbnail } from './broken-thumbnail';
import { captionHeading } from './caption-heading';
import { chineseTypography } from './chinese-typography';
import { codeInSummary } from './code-in-summary';
import { contradictoryLanguage } from './contradictory-language';
import { cutByComment } from './cut-by-comment';
import { cutSummary } from './cut-summary';
import { dateWithoutOffset } from './date-without-offset';
import { deadLink } from './dead-link';
import { doubleEscapedEntity } from './double-escaped-entity';
import { doubledPunctuation } from './doubled-punctuation';
import { draft } from './draft';
import { droppedHtml } from './dropped-html';
import { duplicateAlias } from './duplicate-alias';
import { duplicateImage } from './duplicate-image';
import { duplicateKey } from './duplicate-key';
import { duplicateMenuEntry } from './duplicate-menu-entry';
import { duplicateParagraph } from './duplicate-paragraph';
import { duplicateTerm } from './duplicate-term';
import { duplicateTitle } from './duplicate-title';
import { duplicateUrl } from './duplicate-url';
import { duplicateWidget } from './duplicate-widget';
import { emptyHeading } from './empty-heading';
import { emptyImage } from './empty-image';
import { emptyLink } from './empty-link';
import { emptyTerm } from './empty-term';
import { emptyTitle } from './empty-title';
import { emptyWidgets } from './empty-widgets';
import { expired } from './expired';
import { fileNameAltText } from './file-name-alt-text';
import { frontMatterNotAMap } from './front-matter-not-a-map';
import { fullWidthColon } from './full-width-colon';
import { futureDate } from './future-date';
import { gluedSummary } from './glued-summary';
import { halfWidthParentheses } from './half-width-parentheses';
import { halfWidthPunctuation } from './half-width-punctuation';
import { heldBackDate } from './held-back-date';
import { houseWord } from './house-word';
import { ideographicIndent } from './ideographic-indent';
import { innerQuote } from './inner-quote';
import { invalidJson } from './invalid-json';
import { invalidToml } from './invalid-toml';
import { invalidYaml } from './invalid-yaml';
import { invisibleCharacter } from './invisible-character';
import { joinedValues } from './joined-values';
import { lastmodBeforeDate } from './lastmod-before-date';
import { leftoverCode } from './leftover-code';
import { literalEmphasis } from './literal-emphasis';
import { literalMarkup } from './literal-markup';
import { loneCarriageReturn } from './lone-carriage-return';
import { longTitle } from './long-title';
import { lossyTerm } from './lossy-term';
import { mergedTerms } from './merged-terms';
import { missingAltText } from './missing-alt-text';
import { missingDate } from './missing-date';
import { missingSourceLine } from './missing-source-line';
import { missingSpace } from './missing-space';
import { missingSummary } from './missing-summary';
import { missingTitle } from './missing-title';
import { missingTranslation } from './missing-translation';
import { misspelledKey } from './misspelled-key';
import { mixedSourceLines } from './mixed-source-lines';
import { namelessLine } from './nameless-line';
import { namelessMenu } from './nameless-menu';
import { noBreakSpace } from './no-break-space';
import { noFrontMatter } from './no-front-matter';
import { placeholderAltText } from './placeholder-alt-text';
import { repeatedText } from './repeated-text';
import { repeatedThumbnail } from './repeated-thumbnail';
import { repeatedTitle } from './repeated-title';
import type { Rule } from './rule';
import { schemaMismatch } from './schema-mismatch';
import { skippedLevel } from './skipped-level';
import { straightQuotes } from './straight-quotes';
import { straySpace } from './stray-space';
import { textBeforeFrontMatter } from './text-before-front-matter';
import { topHeading } from './top-heading';
import { trackingParameters } from './tracking-parameters';
import { unclosedCode } from './unclosed-code';
import { unclosedFrontMatter } from './unclosed-front-matter';
import { unclosedQuote } from './unclosed-quote';
import { undefinedReference } from './undefined-reference';
import { unknownLanguage } from './unknown-language';
import { unknownOutput } from './unknown-output';
import { unknownPostMeta } from './unknown-post-meta';
import { unknownShortcode } from './unknown-shortcode';
import { unknownSidebar } from './unknown-sidebar';
import { unknownWidget } from './unknown-widget';
import { unlinkedUrl } from './unlinked-url';
import { unmatchedLanguage } from './unmatched-language';
import { unpairedShortcode } from './unpaired-shortcode';
import { unquotedText } from './unquoted-text';
import { unreadDate } from './unread-date';
import { unreadFormula } from './unread-formula';
import { unreadSchema } from './unread-schema';
import { unsafeLink } from './unsafe-link';
import { unusedDisable } from './unused-disable';
import { wrongIndentation } from './wrong-indentation';
import { wrongType } from './wrong-type';

/** Every rule, in the order of the documentation. */
export const all: readonly Rule[] = [
  unclosedFrontMatter,
  badOpeningFence,
  textBeforeFrontMatter,
  noFrontMatter,
  frontMatterNotAMap,
  unclosedQuote,
  innerQuote,
  joinedValues,
  namelessLine,
  badEscape,
  unquotedText,
  fullWidthColon,
  missingSpace,
  wrongIndentation,
  duplicateKey,
  invalidYaml,
  invalidToml,
  invalidJson,
  missingTitle,
  emptyTitle,
  literalMarkup,
  straySpace,
  longTitle,
  cutByComment,
  missingDate,
  unreadDate,
  heldBackDate,
  dateWithoutOffset,
  futureDate,
  lastmodBeforeDate,
  expired,
  draft,
  missingSummary,
  cutSummary,
  gluedSummary,
  codeInSummary,
  repeatedText,
  namelessMenu,
  wrongType,
  booleanInQuotes,
  misspelledKey,
  schemaMismatch,
  unreadSchema,
  emptyTerm,
  duplicateTerm,
  mergedTerms,
  lossyTerm,
  brokenThumbnail,
  unknownLanguage,
  unknownSidebar,
  unknownWidget,
  duplicateWidget,
  emptyWidgets,
  unknownPostMeta,
  unknownOutput,
  literalEmphasis,
  topHeading,
  skippedLevel,
  emptyHeading,
  boldHeading,
  repeatedTitle,
  accidentalHeading,
  captionHeading,
  droppedHtml,
  unclosedCode,
  unreadFormula,
  unknownShortcode,
  brokenShortcode,
  unpairedShortcode,
  brokenRef,
  deadLink,
  emptyLink,
  unsafeLink,
  undefinedReference,
  unlinkedUrl,
  trackingParameters,
  emptyImage,
  missingAltText,
  placeholderAltText,
  fileNameAltText,
  duplicateImage,
  repeatedThumbnail,
  unusedDisable,
  noBreakSpace,
  invisibleCharacter,
  loneCarriageReturn,
  halfWidthPunctuation,
  halfWidthParentheses,
  doubledPunctuation,
  chineseTypography,
  straightQuotes,
  ideographicIndent,
  duplicateParagraph,
  doubleEscapedEntity,
  leftoverCode,
  missingSourceLine,
  mixedSourceLines,
  houseWord,
  duplicateTitle,
  duplicateUrl,
  duplicateAlias,
  duplicateMenuEntry,
  contradictoryLanguage,
  unmatchedLanguage,
  missingTranslation,
];
