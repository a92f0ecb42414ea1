/**
 * Tables from and to the outside: Excel workbooks (.xlsx) and CSV. Cells come in as plain text, whoever wrote the file,
 * so that one importer serves both kinds. Runs in the window (a hostile file is opened in the sandbox, the engine sees
 * rows only) and on the command line.
 */
/** @public read by the importers */
export { readTable, TABLE_LIMITS } from './read-table'
export { csvText, writeCsv, writeWorkbook, type Sheet, type SheetColumn } from './write-table'
