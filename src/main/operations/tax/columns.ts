import { addDays } from '../../../shared/values/date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { taxStore } from './tax-store'

/** 应交增值税: what these columns hold together is owed when it stands in credit, and carried forward (留抵) in debit. */
const VAT_COLUMNS = ['output-tax', 'input-tax', 'input-tax-transferred-out', 'vat-transferred-out'] as const

/** What is owed and not yet carried over at the end of a day; below zero: input above output. */
export const vatColumnsMinor = (reader: Reader, on: string): number =>
  VAT_COLUMNS.reduce((sum, role) => sum + taxStore.creditBalance(reader, role, on), 0)

/** 上期留抵税额, which lessens what a time owes. Elsewhere each return is settled by itself, and nothing is brought on. */
export const broughtForwardMinor = (reader: Reader, from: string): number =>
  companyProfile(reader).pack === 'cn-sbe' ? Math.max(0, 0 - vatColumnsMinor(reader, addDays(from, -1))) : 0
