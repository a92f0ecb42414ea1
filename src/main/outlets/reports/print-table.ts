import { resources } from '../../../shared/i18n'
import type { Language } from '../../../shared/values/format'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { renderTable, type TablePaper } from '../../kernel/paper'

interface TableInput extends Pick<TablePaper, 'title' | 'columns' | 'rows'> {
  readonly about: string
  readonly locale: Language
}

/** What a page shows, as PDF in base64. Its figures were answered to this person before, cell by cell. */
export function printTable(reader: Reader, input: TableInput): { fileName: string; pdf: string } {
  const { paper, statements } = resources[input.locale].translation
  const { name, currency } = companyProfile(reader)
  const { title, columns, rows, about } = input
  const pdf = renderTable({
    title,
    heads: [statements.company.replace('{{name}}', name), about, statements.unit.replace('{{currency}}', currency)],
    columns,
    rows,
    pageLabel: paper.page,
  })
  return { fileName: `${title}.pdf`, pdf: pdf.toString('base64') }
}
