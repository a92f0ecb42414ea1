import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '../../../shared/errors'
import { attachmentsFolderOf, copyCompanyFile } from '../../kernel/db'
import { exportJournal } from '../../outlets/exchange'
import { openCompany } from '../../rooms'
import { writeTables } from './leave-store'

export interface Left {
  readonly folder: string
  readonly tables: number
  readonly rows: number
}

/**
 * Everything of a company as one folder that needs no Kontor: the SQLite file, every table as CSV, the journal to read,
 * the attachments. The folder gets its name only when it is whole.
 */
export async function exportEverything(companyPath: string, folder: string): Promise<Left> {
  if (existsSync(folder)) refuse('company.fileExists', { file: folder })
  const draft = `${folder}.partial`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  try {
    const copy = join(draft, 'company.sqlite')
    await copyCompanyFile(companyPath, copy)
    const written = await writeTables(copy, join(draft, 'tables'))
    const company = openCompany(copy, { mode: 'read' })
    try {
      for (const [format, name] of [
        ['hledger', 'journal.txt'],
        ['csv', 'journal.csv'],
      ] as const) {
        await writeFile(join(draft, name), exportJournal(company.file.reader, format))
      }
    } finally {
      company.close()
    }
    for (const suffix of ['-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true })
    const attachments = attachmentsFolderOf(companyPath)
    if (existsSync(attachments)) cpSync(attachments, join(draft, 'attachments'), { recursive: true })
    renameSync(draft, folder)
    return { folder, ...written }
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}
