/** Documents on paper (PDF, A4), without business words: whoever prints brings finished texts. Owns no tables. */
export type { Paper, PaperColumn, PaperFact } from './paper'
export { renderPaper } from './render-paper'
