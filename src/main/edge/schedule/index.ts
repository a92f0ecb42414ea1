/**
 * What the program does by itself on its day: orders that customers asked to have made again and again. Whatever is due
 * when a company is opened is made then; after that the hour is looked at. And the full check of the file, once a week.
 * Owns no table.
 */
export { FullCheck } from './full-check'
import { Refusal } from '../../../shared/errors'
import { localDate } from '../../../shared/values/date'
import { commandLineActor } from '../../foundation/access'
import { log } from '../../kernel/log'
import type { Company } from '../../rooms'

const HOUR_MILLISECONDS = 3_600_000
const MOST_AT_ONCE = 500

interface Due {
  readonly rows: readonly { readonly id: number; readonly nextOn: string | null }[]
}

/** Makes what is due by a day; what is refused stays due, where the list of standing orders shows it. */
export function makeDue(company: Company, today: string): { made: number; refused: number } {
  const actor = commandLineActor('schedule')
  const call = (name: string, input: object): unknown => company.dispatcher.call(actor, name, input)
  const { rows } = call('offers.listStanding', { dueBy: today, limit: MOST_AT_ONCE }) as Due
  let refused = 0
  for (const { id, nextOn } of rows) {
    try {
      call('offers.orderStanding', { id, dueOn: nextOn, idempotencyKey: `standing-${id}-${nextOn}` })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused += 1
      log.warn({ standing: id, dueOn: nextOn, code: error.code }, 'a standing order could not be made')
    }
  }
  return { made: rows.length - refused, refused }
}

/** Looks now and each hour; answers how to stop. A day's work is tried once, and again after a restart. */
export function startSchedule(company: Company): () => void {
  let doneFor = ''
  const look = (): void => {
    const today = localDate(new Date())
    if (today === doneFor) return
    doneFor = today
    try {
      makeDue(company, today)
    } catch (error) {
      // What fails here must never keep a company from being opened.
      log.error({ err: error }, 'the work of the day failed')
    }
  }
  look()
  const timer = setInterval(look, HOUR_MILLISECONDS)
  timer.unref()
  return () => clearInterval(timer)
}
