/** Labels as dots and as the bytes of a printer, without business words: whoever prints brings finished texts. Owns no tables. */
export { Bitmap } from './bitmap'
export { printBytes, type PrintSettings } from './languages'
export { pictureOf, renderLabel } from './render-label'
export { renderReceipt } from './receipt'
export { pngOf } from './png'
