import { bankAmount, bankDate, broken } from './amounts'
import { daysOf, joined, type BankFile, type BankFileLine } from './bank-file'

/** Which column of a bank's table holds what; -1 where the bank has none. */
export interface TableMapping {
  /** The row of the titles; bookings begin below it. */
  readonly headerRow: number
  readonly date: number
  /** One signed column, or money in and money out apart. */
  readonly amount: number
  readonly moneyIn: number
  readonly moneyOut: number
  /** Says of an unsigned amount which way it went: 借/贷, D/C, 收入/支出. */
  readonly side: number
  readonly balance: number
  readonly counterparty: number
  readonly counterpartyNumber: number
  readonly text: number
  readonly bankReference: number
}

export const MAPPED_FIELDS = [
  'date',
  'amount',
  'moneyIn',
  'moneyOut',
  'side',
  'balance',
  'counterparty',
  'counterpartyNumber',
  'text',
  'bankReference',
] as const
export type MappedField = (typeof MAPPED_FIELDS)[number]

/** Titles as banks write them, the surest first. */
const TITLES: Readonly<Record<MappedField, readonly RegExp[]>> = {
  date: [/^(交易|记账|入账|业务)(日期|时间)/, /booking ?date|posted|^date|buchungstag/i, /日期|date|datum/i],
  moneyIn: [/^(贷方|收入|存入|转入)(发生额|金额)?/, /credit|paid ?in|deposit|money ?in|received|haben/i],
  moneyOut: [/^(借方|支出|支取|转出)(发生额|金额)?/, /debit|paid ?out|withdraw|money ?out|soll/i],
  amount: [/^(交易|发生)(金额|额)/, /^amount|betrag|umsatz/i, /金额|发生额/],
  side: [/借贷|收支(标志|方向)?$|^方向/, /dr\/?cr|debit\/credit|indicator|^type$/i],
  balance: [/余额/, /balance|saldo/i],
  counterpartyNumber: [
    /对方(账号|帐号)|(收付|对手)(方)?(账号|帐号)/,
    /(counterparty|payee|other).*(account|iban|number)|^iban/i,
  ],
  counterparty: [
    /对方(户名|名称|单位)?|(收|付)款(人|方)/,
    /payee|counterparty|beneficiary|^name|auftraggeber|description/i,
  ],
  text: [/摘要|用途|附言|备注/, /memo|purpose|reference|details|narrative|verwendungszweck|text/i],
  bankReference: [/流水号|交易号|凭证号/, /transaction ?(id|number)|bank ?ref|fitid/i],
}

/** Fields are looked for in this order, so that `对方账号` is no counterparty's name and `借方发生额` no amount. */
const ORDER: readonly MappedField[] = [
  'counterpartyNumber',
  'side',
  'moneyIn',
  'moneyOut',
  'balance',
  'bankReference',
  'date',
  'amount',
  'counterparty',
  'text',
]

const NOTHING: TableMapping = {
  headerRow: 0,
  date: -1,
  amount: -1,
  moneyIn: -1,
  moneyOut: -1,
  side: -1,
  balance: -1,
  counterparty: -1,
  counterpartyNumber: -1,
  text: -1,
  bankReference: -1,
}

/** The titles of a bank's table: what a mapping that was learned is known by. */
export function signatureOf(rows: readonly (readonly string[])[], headerRow: number): string {
  return (rows[headerRow] ?? [])
    .map((title) => title.trim().toLowerCase())
    .join('|')
    .slice(0, 1000)
}

/** Where the titles stand: the row, of the first thirty, that most of them are found in. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const hits = rows.slice(0, 30).map((row) => Object.values(guessTitles(row)).filter((column) => column >= 0).length)
  return Math.max(0, hits.indexOf(Math.max(...hits, 0)))
}

function guessTitles(titles: readonly string[]): Record<MappedField, number> {
  const taken = new Set<number>()
  const found = {} as Record<MappedField, number>
  for (const field of ORDER) {
    const column = TITLES[field]
      .map((title) => titles.findIndex((text, at) => !taken.has(at) && title.test(text.trim())))
      .find((at) => at >= 0)
    found[field] = column ?? -1
    if (column !== undefined) taken.add(column)
  }
  return found
}

/** A first guess from the titles and, where they say nothing, from what stands in the columns. */
export function guessMapping(rows: readonly (readonly string[])[], decimals: number): TableMapping {
  const headerRow = findHeaderRow(rows)
  const guess = { ...NOTHING, ...guessTitles(rows[headerRow] ?? []), headerRow }
  const sample = rows.slice(headerRow + 1, headerRow + 21)
  const columnWhere = (holds: (cell: string) => boolean): number => {
    const width = Math.max(0, ...sample.map((row) => row.length))
    const columns = Array.from({ length: width }, (_column, at) => at)
    return columns.find((at) => sample.length > 0 && sample.every((row) => holds(row[at] ?? ''))) ?? -1
  }
  if (guess.date < 0) guess.date = columnWhere((cell) => bankDate(cell) !== undefined)
  const hasAmount = guess.amount >= 0 || guess.moneyIn >= 0 || guess.moneyOut >= 0
  if (!hasAmount) {
    guess.amount = columnWhere((cell) => bankDate(cell) === undefined && bankAmount(cell, decimals) !== undefined)
  }
  return guess
}

/** The bookings of a table by a mapping. Balances, where there are any, must follow from line to line. */
export function readTableBy(
  rows: readonly (readonly string[])[],
  mapping: TableMapping,
  file: string,
  decimals: number,
): BankFile {
  const lines: (BankFileLine & { readonly balanceMinor: number | undefined })[] = []
  for (const [at, row] of rows.entries()) {
    if (at <= mapping.headerRow) continue
    const cell = (column: number): string => (column < 0 ? '' : (row[column] ?? '').trim())
    // Totals and remarks below the table have no date.
    if (cell(mapping.date) === '') continue
    const bookedOn = bankDate(cell(mapping.date))
    if (bookedOn === undefined) {
      if (lines.length > 0 && isRemark(row)) continue
      broken(file, `${at + 1}: ${cell(mapping.date)}`)
    }
    const amountMinor = amountOf(cell, mapping, decimals)
    if (amountMinor === undefined) broken(file, `${at + 1}: ${row.join(' ')}`)
    if (amountMinor === 0) continue
    const balance = cell(mapping.balance)
    lines.push({
      bookedOn,
      amountMinor,
      counterparty: cell(mapping.counterparty).slice(0, 120),
      counterpartyNumber: cell(mapping.counterpartyNumber).slice(0, 60),
      text: joined([cell(mapping.text)]),
      bankReference: cell(mapping.bankReference).slice(0, 80),
      balanceMinor:
        balance === '' ? undefined : (bankAmount(balance, decimals) ?? broken(file, `${at + 1}: ${balance}`)),
    })
  }
  if (lines.length === 0) broken(file, '0')
  return statementOf(lines, file)
}

/** A row that says something in one or two cells only, below the bookings. */
const isRemark = (row: readonly string[]): boolean => row.filter((cell) => cell.trim() !== '').length <= 2

function amountOf(
  cell: (column: number) => string,
  { amount, moneyIn, moneyOut, side }: TableMapping,
  decimals: number,
): number | undefined {
  if (amount >= 0) {
    const value = bankAmount(cell(amount), decimals)
    if (value === undefined || side < 0) return value
    const isOut = /借|支|付|出|^d|debit|dr/i.test(cell(side))
    return isOut ? 0 - Math.abs(value) : Math.abs(value)
  }
  const read = (column: number): number | undefined => (cell(column) === '' ? 0 : bankAmount(cell(column), decimals))
  const inMinor = read(moneyIn)
  const outMinor = read(moneyOut)
  return inMinor === undefined || outMinor === undefined ? undefined : inMinor - Math.abs(outMinor)
}

type Line = BankFileLine & { readonly balanceMinor: number | undefined }

/** Oldest first, whichever way the bank lists them; the balance chain says which, and whether a line is missing. */
function statementOf(lines: readonly Line[], file: string): BankFile {
  const hasBalances = lines.every(({ balanceMinor }) => balanceMinor !== undefined)
  const first = lines[0]?.bookedOn ?? ''
  const last = lines.at(-1)?.bookedOn ?? ''
  const orders = first > last ? [lines.toReversed(), lines] : [lines, lines.toReversed()]
  const ordered = hasBalances ? orders.find(follows) : orders[0]
  if (ordered === undefined) broken(file, String(breakOf(orders[0] ?? [])))
  const opening = ordered[0]
  const known = hasBalances && opening?.balanceMinor !== undefined
  return {
    format: 'table',
    accountNumber: '',
    currency: '',
    ...daysOf(lines),
    openingMinor: known ? (opening.balanceMinor ?? 0) - opening.amountMinor : null,
    closingMinor: known ? (ordered.at(-1)?.balanceMinor ?? null) : null,
    lines: ordered.map(({ balanceMinor: _balance, ...line }) => line),
  }
}

function breakOf(lines: readonly Line[]): string {
  const at = lines.findIndex((line, index) => {
    const before = lines[index - 1]?.balanceMinor
    return before !== undefined && line.balanceMinor !== before + line.amountMinor
  })
  return `${lines[at]?.bookedOn ?? ''} ${lines[at]?.text ?? ''}`
}

const follows = (lines: readonly Line[]): boolean =>
  lines.every((line, at) => {
    const before = lines[at - 1]?.balanceMinor
    return before === undefined || line.balanceMinor === before + line.amountMinor
  })
