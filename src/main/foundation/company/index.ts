/**
 * The company itself: profile and gapless document numbers.
 * Invariant: within a series and year numbers run 1, 2, 3 ... without a gap, because the transaction that posts takes
 * the number. Tables: company_profile, company_number_series.
 */
import { currencyDecimals } from '../../../shared/values/money'
import { yearOf, type BusinessDate } from '../../../shared/values/date'
import { refuse } from '../../../shared/errors'
import type { Reader, Tx } from '../../kernel/db'
import { companyStore } from './company-store'

export interface CompanyProfile {
  readonly name: string
  readonly pack: 'cn-sbe' | 'generic'
  readonly currency: string
  readonly locale: 'zh-CN' | 'en'
  readonly isDemo: boolean
  readonly demoSeed: number | null
}

/** Undefined before the first run is finished. */
export function findProfile(reader: Reader): CompanyProfile | undefined {
  const row = companyStore.profile(reader)
  if (row === undefined) return undefined
  const { name, pack, currency, locale } = row
  return { name, pack, currency, locale, isDemo: row.is_demo === 1, demoSeed: row.demo_seed }
}

export function companyProfile(reader: Reader): CompanyProfile {
  return findProfile(reader) ?? refuse('company.notEstablished')
}

export function currencyDecimalsOf(reader: Reader): number {
  return currencyDecimals(companyProfile(reader).currency)
}

export function createProfile(tx: Tx, profile: Pick<CompanyProfile, 'name' | 'pack' | 'currency' | 'locale'>): void {
  if (findProfile(tx) !== undefined) refuse('company.alreadyEstablished')
  companyStore.insertProfile(tx, profile)
}

export function renameCompany(tx: Tx, name: string): void {
  companyStore.rename(tx, name)
}

/** Marks a demonstration company and the seed its days are played from. */
export function markAsDemo(tx: Tx, seed: number): void {
  companyStore.markDemo(tx, seed)
}

/** Takes the next number of a series: `PO-2026-000001`. Call it only in the transaction that posts the document. */
export function nextNumber(tx: Tx, series: string, date: BusinessDate): string {
  const year = yearOf(date)
  return `${series}-${year}-${String(companyStore.takeNumber(tx, series, year)).padStart(6, '0')}`
}

/** Numbers taken per series and year: what `verify` holds the documents against. */
export function numbersTaken(reader: Reader): readonly { series: string; year: number; taken: number }[] {
  return companyStore.series(reader).map((row) => ({ series: row.series, year: row.year, taken: row.next_number - 1 }))
}
