import { rmSync } from 'node:fs'
import { openDatabase } from './native'

const PAGES_AT_ONCE = 4096

/**
 * Copies a company file that may be in use, page by page, as it was at one instant. The read transaction that is open
 * meanwhile holds that state fast, so writers neither wait nor make the copy begin anew.
 */
export async function copyCompanyFile(path: string, to: string): Promise<void> {
  rmSync(to, { force: true })
  const source = openDatabase(path, { readonly: true })
  try {
    source.exec('BEGIN')
    source.pragma('user_version')
    await source.backup(to, { progress: () => PAGES_AT_ONCE })
    source.exec('COMMIT')
  } finally {
    source.close()
  }
}

/** Where a company keeps its attachments: a folder beside the file. */
export const attachmentsFolderOf = (companyPath: string): string =>
  `${companyPath.replace(/\.kontor$/, '')}.attachments`
