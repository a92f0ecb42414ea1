import { resources } from '../../../../shared/i18n'
import { formatMoney, type Language } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { renderForms, type FormPage, type FormSize } from '../../../kernel/paper'
import { getEntry } from '../journal/entries'

interface PrintInput {
  readonly ids: readonly number[]
  readonly size: Extract<FormSize, 'A4-half' | '24x14'>
  readonly locale: Language
}

/** Lines that the bound forms have room for; a longer voucher goes on over the next sheet. */
const LINES_A_SHEET = 6

type Entry = ReturnType<typeof getEntry>

/** 记账凭证 as Chinese practice binds them: text, account, debit, credit, who prepared, reviewed and posted. */
export function vouchersPdf(reader: Reader, input: PrintInput): { fileName: string; pdf: string } {
  const entries = input.ids.map((id) => getEntry(reader, id))
  const pages = entries.flatMap((entry) => pagesOf(reader, entry, input.locale))
  const pdf = renderForms(input.size, pages)
  return { fileName: `${entries[0]?.label ?? 'voucher'}.pdf`, pdf: pdf.toString('base64') }
}

function pagesOf(reader: Reader, entry: Entry, locale: Language): FormPage[] {
  const texts = resources[locale].translation.paper.voucher
  const { name, currency } = companyProfile(reader)
  const money = (amountMinor: number): string =>
    amountMinor === 0 ? '' : formatMoney(amountMinor, locale, { currency })
  const sheets = Math.max(1, Math.ceil(entry.lines.length / LINES_A_SHEET))
  const sum = (side: 'debitMinor' | 'creditMinor'): number => entry.lines.reduce((total, line) => total + line[side], 0)
  return Array.from({ length: sheets }, (_, sheet): FormPage => {
    const lines = entry.lines.slice(sheet * LINES_A_SHEET, (sheet + 1) * LINES_A_SHEET)
    const isLast = sheet === sheets - 1
    const rows = Array.from({ length: LINES_A_SHEET }, (_unused, at) => {
      const line = lines[at]
      if (line === undefined) return { cells: ['', '', '', ''] }
      const account = [
        `${line.accountCode} ${line.accountName}`,
        line.partnerName ?? '',
        foreignText(line, locale),
      ].filter((text) => text !== '')
      return {
        cells: [line.memo ?? entry.memo, account.join(' · '), money(line.debitMinor), money(line.creditMinor)],
      }
    })
    const total = isLast
      ? [texts.total, '', money(sum('debitMinor')), money(sum('creditMinor'))]
      : [texts.carried, '', '', '']
    const number = texts.number.replace('{{number}}', entry.label)
    return {
      title: entry.reversesEntryId === null ? texts.title : `${texts.title} · ${texts.red}`,
      form: sheets === 1 ? '' : `${sheet + 1}/${sheets}`,
      heads: [name, formatDate(entry.postedOn, locale), number],
      columns: [
        { title: texts.text, share: 0.28, align: 'left' },
        { title: texts.account, share: 0.36, align: 'left' },
        { title: texts.debit, share: 0.18, align: 'right' },
        { title: texts.credit, share: 0.18, align: 'right' },
      ],
      rows: [...rows, { cells: total, isStrong: true }],
      foot: [
        texts.attachments.replace('{{count}}', String(entry.attachments)),
        texts.poster.replace('{{name}}', entry.postedBy),
        texts.reviewer.replace('{{name}}', entry.reviewedBy ?? ''),
        texts.preparer.replace('{{name}}', entry.preparedBy),
      ],
    }
  })
}

const foreignText = ({ currency, foreignMinor }: Entry['lines'][number], locale: Language): string =>
  currency === null || foreignMinor === null ? '' : `${currency} ${formatMoney(foreignMinor, locale, { currency })}`
