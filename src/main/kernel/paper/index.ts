/** Documents on paper (PDF, A4), without business words: whoever prints brings finished texts. Owns no tables. */
export type { Paper, PaperColumn, PaperFact } from './paper'
export { paperFonts } from './fonts'
export { closePdf, openPdf } from './pdf'
export { renderLabelSheet } from './render-label-sheet'
export { renderPaper } from './render-paper'
export { renderTable, type TablePaper } from './render-table'
export { renderStrip } from './render-strip'
export { renderForms, type FormColumn, type FormPage, type FormSize } from './render-form'
