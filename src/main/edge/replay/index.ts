/**
 * A year of real sales lines run through the business: each line becomes one line of an order, a return, an adjustment
 * or a journal, or is rejected with its reason. Day by day, each day on disk as a whole. Owns no table.
 */
import { refuse } from '../../../shared/errors'
import { decimalText } from '../../../shared/values/integers'
import { runChecks, type Verification } from '../../outlets/reports'
import { settableClock } from '../../kernel/clock'
import { CompanyFile } from '../../kernel/db'
import { checks, createCompanyFile, openCompany, type Company } from '../../rooms'
import { salesInBooks } from './books'
import { Crew } from './crew'
import { foundRetailer } from './found-retailer'
import { ReplayedYear } from './replayed-year'
import { retailDays } from './retail-file'
import type { Reject } from './retail-line'
import { surveyFile } from './survey'

export interface ReplayOptions {
  readonly until?: string | undefined
  /** Prove every invariant at the end. */
  readonly verify: boolean
  readonly onDay?: (lines: number, total: number, date: string) => void
}

export interface ReplayResult {
  readonly ok: boolean
  readonly lines: number
  readonly documents: Readonly<Record<string, number>>
  readonly scans: number
  readonly rejected: number
  readonly rejects: readonly Reject[]
  readonly currency: string
  readonly salesNet: string
  readonly salesByMonth: Readonly<Record<string, string>>
  /** Where the books say something else than the file. */
  readonly differences: readonly string[]
  readonly seconds: number
  readonly linesPerSecond: number
  readonly verification: (Verification & { readonly seconds: number }) | null
}

const DECIMALS = 2

/** Makes a new company and replays the file into it. */
export async function replayRetail(path: string, file: string, options: ReplayOptions): Promise<ReplayResult> {
  const since = performance.now()
  if (CompanyFile.exists(path)) refuse('company.fileExists', { file: path })
  const survey = await surveyFile(file, options.until)
  createCompanyFile(path)
  const clock = settableClock(`${survey.firstDay === '' ? '2010-01-01' : survey.firstDay}T12:00:00Z`)
  const company = openCompany(path, { mode: 'write', clock })
  try {
    const warehouseId = company.dispatcher.group(() => foundRetailer(company, survey))
    const crew = new Crew(company, clock)
    const year = company.dispatcher.group(() => new ReplayedYear(crew, warehouseId, survey))
    const rejects: Reject[] = []
    for await (const day of retailDays(file, options.until, (reject) => rejects.push(reject))) {
      options.onDay?.(year.lines + rejects.length, survey.lines, day.date)
      company.dispatcher.group(() => year.play(day))
      company.dispatcher.forgetOld()
    }
    options.onDay?.(survey.lines, survey.lines, '')
    const seconds = (performance.now() - since) / 1000
    return resultOf(company, crew, year, rejects, seconds, options.verify)
  } finally {
    company.close()
  }
}

function resultOf(
  company: Company,
  crew: Crew,
  year: ReplayedYear,
  rejects: readonly Reject[],
  seconds: number,
  verify: boolean,
): ReplayResult {
  const booked = salesInBooks(crew, year.accounts)
  const differences = booked.differencesFrom(year.tally)
  const verification = verify ? timed(() => company.file.snapshot((reader) => runChecks(reader, checks))) : null
  const lines = year.lines + rejects.length
  return {
    ok: differences.length === 0 && verification?.ok !== false,
    lines,
    documents: crew.documents,
    scans: crew.scans,
    rejected: rejects.length,
    rejects,
    currency: crew.owner.company.profile({}).currency,
    salesNet: decimalText(booked.totalMinor, DECIMALS),
    salesByMonth: Object.fromEntries(
      [...booked.byMonth].map(([month, amount]) => [month, decimalText(amount, DECIMALS)]),
    ),
    differences,
    seconds: Math.round(seconds * 10) / 10,
    linesPerSecond: Math.round(lines / seconds),
    verification,
  }
}

function timed(work: () => Verification): Verification & { readonly seconds: number } {
  const since = performance.now()
  const result = work()
  return { ...result, seconds: Math.round((performance.now() - since) / 100) / 10 }
}
