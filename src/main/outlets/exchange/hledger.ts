import { decimalText } from '../../../shared/values/integers'
import { currencyDecimals } from '../../../shared/values/money'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { journalQueries, type ExportedAccount, type ExportedLine } from './journal-queries'

type Kind = ExportedAccount['kind']

const ROOTS: Readonly<Record<'zh-CN' | 'en', Readonly<Record<Kind, string>>>> = {
  en: {
    asset: 'assets',
    liability: 'liabilities',
    equity: 'equity',
    cost: 'production costs',
    revenue: 'revenues',
    expense: 'expenses',
  },
  'zh-CN': { asset: '资产', liability: '负债', equity: '所有者权益', cost: '成本', revenue: '收入', expense: '费用' },
}

/** hledger's account types; what is still in production (cost) is an asset on the balance sheet. */
const TYPES: Readonly<Record<Kind, string>> = {
  asset: 'A',
  liability: 'L',
  equity: 'E',
  cost: 'A',
  revenue: 'R',
  expense: 'X',
}

const CHUNK_CHARACTERS = 65_536

/**
 * The journal as hledger text that `hledger check --strict` accepts: commodities and accounts declared, one transaction
 * per entry with date, voucher as code and memo, debits positive, credits negative, ordered by date. What is in a foreign
 * currency stands in it with what it costs in that of the books: `hledger balance --cost` adds up the books.
 */
export function* hledgerJournal(reader: Reader): Generator<string> {
  const { name, currency, locale } = companyProfile(reader)
  const accounts = journalQueries.accounts(reader)
  const names = accountNames(accounts, locale)
  let chunk = `; ${oneLine(name)}\n`
  for (const each of [currency, ...journalQueries.foreignCurrencies(reader)]) {
    const places = currencyDecimals(each)
    chunk += `commodity 1000.${'0'.repeat(places)} ${each}\n`
  }
  for (const account of accounts) {
    if (account.isUsed === 0) continue
    const type = account.isCash === 1 ? 'C' : TYPES[account.kind]
    chunk += `account ${names.get(account.id) ?? ''}  ; type: ${type}\n`
  }
  for (const entry of journalQueries.entries(reader)) {
    chunk += transactionHead(entry[0], journalQueries.documentNumber(reader, entry[0]))
    for (const line of entry) {
      const partner = line.partnerName === null ? '' : `  ; partner: ${tagValue(line.partnerName)}`
      chunk += `    ${names.get(line.accountId) ?? ''}  ${amountOf(line, currency)}${partner}\n`
    }
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

/** A line that a revaluation adds has nothing in the foreign currency: it stands in that of the books. */
function amountOf({ debitMinor, creditMinor, currency, foreignMinor }: ExportedLine, base: string): string {
  const inBase = (minor: number): string => `${decimalText(minor, currencyDecimals(base))} ${base}`
  const amountMinor = debitMinor - creditMinor
  if (currency === null || foreignMinor === null || foreignMinor === 0) return inBase(amountMinor)
  return `${decimalText(foreignMinor, currencyDecimals(currency))} ${currency} @@ ${inBase(Math.abs(amountMinor))}`
}

function transactionHead({ postedOn, label, memo, sourceKind }: ExportedLine, sourceNumber: string): string {
  const source = `source: ${tagValue(`${sourceKind} ${sourceNumber}`)}`
  return `\n${postedOn} (${label.replaceAll(')', ' ')}) ${oneLine(memo).replaceAll(';', ',')}  ; ${source}\n`
}

/** `资产:1405 库存商品`: the kind, the accounts it is part of, the account, each with its code. */
export function accountNames(
  accounts: readonly ExportedAccount[],
  locale: 'zh-CN' | 'en',
): ReadonlyMap<number, string> {
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const nameOf = (account: ExportedAccount): string => {
    const parent = account.parentId === null ? undefined : byId.get(account.parentId)
    const above = parent === undefined ? ROOTS[locale][account.kind] : nameOf(parent)
    const own = locale === 'en' ? account.nameEn : account.nameZh
    return `${above}:${account.code} ${accountText(own)}`
  }
  return new Map(accounts.map((account) => [account.id, nameOf(account)]))
}

/** A colon would open a level, two spaces or a semicolon would end the name. */
function accountText(text: string): string {
  return oneLine(text.replaceAll(/[:;]/g, ' '))
}

/** A comma ends a tag's value, a colon would start another tag. */
function tagValue(text: string): string {
  return oneLine(text.replaceAll(/[,:]/g, ' '))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
