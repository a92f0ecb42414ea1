/** The company file: opening, migrating, and the two authorities over it (`Reader`, `Tx`). Owns no business words. */
export { Reader, Tx, type Fact } from './connection'
export { compiler, statement, type Statement } from './statement'
export { CompanyFile, type OpenOptions } from './company-file'
export { type Migration, type SchemaReader } from './migrate'
export { attachmentsFolderOf, copyCompanyFile } from './copy-file'
export { riskyPlaceOf, type RiskyPlace } from './file-place'
export { openDatabase } from './native'
export { isOutsideScope, type ScopeRule } from './scope'
