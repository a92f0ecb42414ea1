import { csvText } from '../../../shared/tables'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimals } from '../../../shared/values/money'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { journalQueries } from './journal-queries'

const COLUMNS = [
  'entry',
  'date',
  'voucher',
  'memo',
  'source_kind',
  'source_number',
  'account_code',
  'account_name',
  'account_name_en',
  'debit',
  'credit',
  'currency',
  'foreign_currency',
  'foreign_amount',
  'partner_code',
  'partner_name',
  'item_code',
  'quantity',
  'cash_flow_item',
] as const

const MICRO_DECIMALS = 6
const CHUNK_CHARACTERS = 65_536

/** The journal as CSV (RFC 4180: CRLF, quotes doubled), one row per line, amounts as decimals. */
export function* csvJournal(reader: Reader): Generator<string> {
  const { currency } = companyProfile(reader)
  const decimals = currencyDecimals(currency)
  const accounts = new Map(journalQueries.accounts(reader).map((account) => [account.id, account]))
  const amount = (minor: number): string => (minor === 0 ? '' : decimalText(minor, decimals))
  let chunk = `${COLUMNS.join(',')}\r\n`
  for (const entry of journalQueries.entries(reader)) {
    const sourceNumber = journalQueries.documentNumber(reader, entry[0])
    for (const line of entry) {
      const account = accounts.get(line.accountId)
      const cells = [
        String(line.entryId),
        line.postedOn,
        csvText(line.label),
        csvText(line.memo),
        line.sourceKind,
        csvText(sourceNumber),
        csvText(account?.code ?? ''),
        csvText(account?.nameZh ?? ''),
        csvText(account?.nameEn ?? ''),
        amount(line.debitMinor),
        amount(line.creditMinor),
        currency,
        line.currency ?? '',
        line.currency === null ? '' : decimalText(line.foreignMinor ?? 0, currencyDecimals(line.currency)),
        csvText(line.partnerCode ?? ''),
        csvText(line.partnerName ?? ''),
        csvText(line.itemCode ?? ''),
        line.quantityMicro === null ? '' : decimalText(line.quantityMicro, MICRO_DECIMALS),
        csvText(line.cashFlowItem ?? ''),
      ]
      chunk += `${cells.join(',')}\r\n`
    }
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}
