/**
 * The demonstration company: a food and household distributor whose trading days are played by its people through the
 * same procedures as everywhere. The same seed gives the same company, in one go or continued. Owns no table.
 */
import { addDays } from '../../../shared/values/date'
import { refuse } from '../../../shared/errors'
import { companyProfile, findProfile } from '../../foundation/company'
import { settableClock } from '../../kernel/clock'
import { CompanyFile } from '../../kernel/db'
import { createCompanyFile, openCompany, type Company } from '../../rooms'
import type { Client } from '../direct'
import { Crew } from './crew'
import { foundCompany } from './found-company'
import { playDay } from './play-day'
import { DemoState } from './state'

export { DEMO_SIGN_INS, type DemoSignIn } from './sign-ins'

const FIRST_DAY = '2026-01-05'

export interface DemoOptions {
  /** trading days to play; weekends are none */
  readonly days: number
  readonly seed?: number
  readonly pack?: 'cn-sbe' | 'generic'
  /** first trading day of a new company; the same one for the same seed where it is left out */
  readonly firstDay?: string
  readonly onDay?: (done: number, total: number, date: string) => void
}

export interface DemoResult {
  readonly documents: Readonly<Record<string, number>>
  readonly scans: number
  readonly days: number
  readonly seconds: number
}

/** Creates a demonstration company, or continues one, and plays days in it. Each day is on disk as a whole or not at all. */
export async function createDemo(path: string, options: DemoOptions): Promise<DemoResult> {
  const since = performance.now()
  const firstDay = tradingDay(options.firstDay ?? FIRST_DAY)
  if (!CompanyFile.exists(path)) createCompanyFile(path)
  const clock = settableClock(`${firstDay}T00:00:00Z`)
  const company = openCompany(path, { mode: 'write', clock })
  try {
    if (findProfile(company.file.reader) === undefined) {
      const { seed = 1, pack = 'cn-sbe' } = options
      company.dispatcher.group(() => foundCompany(company, clock, { seed, pack, startsOn: firstDay }))
    }
    const seed = requireDemo(company, options)
    const crew = new Crew(company, clock)
    const state = new DemoState(crew.owner)
    let day = nextDay(crew.owner) ?? firstDay
    for (let done = 0; done < options.days; done += 1) {
      options.onDay?.(done, options.days, day)
      crew.begin(day)
      company.dispatcher.group(() => playDay(crew, state, seed))
      company.dispatcher.forgetOld()
      day = tradingDay(addDays(day, 1))
      // Lets a window or a stop signal speak between two days.
      await new Promise((resolve) => setImmediate(resolve))
    }
    options.onDay?.(options.days, options.days, '')
    const seconds = Math.round((performance.now() - since) / 100) / 10
    return { documents: crew.documents, scans: crew.scans, days: options.days, seconds }
  } finally {
    company.close()
  }
}

/** The first day of so many trading days that end on a day or on the last trading day before it. */
export function firstDayOf(days: number, lastDay: string): string {
  let day = lastDay
  for (let left = days; ; day = addDays(day, -1)) {
    if (tradingDay(day) === day) left -= 1
    if (left <= 0) return day
  }
}

/** The seed of the company; refuses one that holds a real business, or was made with another seed or pack. */
function requireDemo(company: Company, options: DemoOptions): number {
  const profile = companyProfile(company.file.reader)
  if (!profile.isDemo || profile.demoSeed === null) return refuse('demo.notADemo', { company: profile.name })
  const isOther = options.seed !== undefined && options.seed !== profile.demoSeed
  if (isOther) refuse('demo.otherSeed', { seed: profile.demoSeed })
  if (options.pack !== undefined && options.pack !== profile.pack) refuse('demo.otherPack', { pack: profile.pack })
  return profile.demoSeed
}

/** The trading day after the last one that took an order. */
function nextDay(client: Client): string | undefined {
  const last = client.sales.listOrders({ sort: 'orderedOn', descending: true, limit: 1 }).rows[0]
  return last === undefined ? undefined : tradingDay(addDays(last.orderedOn, 1))
}

function tradingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 6) return addDays(day, 2)
  return weekday === 0 ? addDays(day, 1) : day
}
