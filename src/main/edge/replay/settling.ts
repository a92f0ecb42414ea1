import { addDays } from '../../../shared/values/date'
import type { OutputOf } from '../direct'
import type { Crew } from './crew'
import type { PeopleAndGoods } from './people-and-goods'

type OpenItem = OutputOf<'accounting', 'listOpenItems'>['rows'][number]
type Role = 'receivable' | 'payable'

const PAGE = 500
const ITEMS_PER_PAYMENT = 1_000

/** Who has something due on which day: the people to look at, instead of everybody every day. */
export class Agenda {
  readonly #days = new Map<string, Set<number>>()

  note(day: string, partnerId: number): void {
    const partners = this.#days.get(day)
    if (partners === undefined) this.#days.set(day, new Set([partnerId]))
    else partners.add(partnerId)
  }

  /** Takes out everybody noted up to a day. */
  take(day: string): number[] {
    const taken = new Set<number>()
    for (const [noted, partners] of this.#days) {
      if (noted > day) continue
      for (const partner of partners) taken.add(partner)
      this.#days.delete(noted)
    }
    return [...taken].toSorted((a, b) => a - b)
  }
}

export function noteCustomers(
  agenda: Agenda,
  world: PeopleAndGoods,
  day: string,
  customers: ReadonlySet<string>,
): void {
  for (const code of customers) {
    const { id, termsDays } = world.customer(code)
    agenda.note(addDays(day, termsDays), id)
  }
}

/** Money in from everybody who has something due, credit notes taken off; what is larger than the debt waits. */
export function settleDay(crew: Crew, role: Role, partners: readonly number[]): void {
  for (const partnerId of partners) {
    const items = openItems(crew, role, partnerId)
    const debts = items.filter((item) => item.openMinor > 0 && item.dueOn <= crew.day)
    const credits = items.filter((item) => item.openMinor < 0)
    const rest = settleAgainst(crew, partnerId, debts, credits)
    for (let at = 0; at < rest.length; at += ITEMS_PER_PAYMENT) {
      const part = rest.slice(at, at + ITEMS_PER_PAYMENT)
      crew.bookkeeper.treasury.postPayment({
        direction: role === 'receivable' ? 'in' : 'out',
        partnerId,
        paidOn: crew.day,
        amountMinor: part.reduce((sum, item) => sum + item.amountMinor, 0),
        applications: part,
      })
      crew.document('treasury.payment')
    }
  }
}

interface Application {
  readonly openItemId: number
  readonly amountMinor: number
}

/** Sets credit notes against debts as far as both go, oldest first; what is left of the debts is to be paid. */
function settleAgainst(
  crew: Crew,
  partnerId: number,
  debts: readonly OpenItem[],
  credits: readonly OpenItem[],
): Application[] {
  const owed = total(debts)
  const settled = Math.min(owed, -total(credits))
  if (settled > 0) {
    const applications = [...firstOf(debts, settled), ...firstOf(credits, settled)]
    crew.bookkeeper.treasury.settleItems({ partnerId, settledOn: crew.day, applications })
  }
  return lastOf(debts, owed - settled)
}

const total = (items: readonly OpenItem[]): number => items.reduce((sum, item) => sum + item.openMinor, 0)

/** The oldest items up to an amount, with their sign. */
function firstOf(items: readonly OpenItem[], amountMinor: number): Application[] {
  let left = amountMinor
  return items.flatMap((item) => {
    const part = Math.min(left, Math.abs(item.openMinor))
    left -= part
    return part === 0 ? [] : [{ openItemId: item.id, amountMinor: item.openMinor < 0 ? -part : part }]
  })
}

/** The youngest items up to an amount. */
function lastOf(items: readonly OpenItem[], amountMinor: number): Application[] {
  return firstOf(items.toReversed(), amountMinor).toReversed()
}

function openItems(crew: Crew, role: Role, partnerId: number): OpenItem[] {
  const items: OpenItem[] = []
  for (;;) {
    const page = crew.bookkeeper.accounting.listOpenItems({ role, partnerId, limit: PAGE, offset: items.length })
    items.push(...page.rows)
    if (items.length >= page.total || page.rows.length === 0) break
  }
  return items.toSorted((a, b) => a.id - b.id)
}
