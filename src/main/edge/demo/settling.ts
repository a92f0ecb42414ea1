import { addDays } from '../../../shared/values/date'
import type { OutputOf } from '../direct'
import { accountOf } from './found-company'
import type { Crew } from './crew'
import type { Chance } from './random'

type OpenItem = OutputOf<'accounting', 'listOpenItems'>['rows'][number]

const PAGE = 500

/** Customers pay what is due, most of them on the day, some of them late; credit notes are taken off. */
export function receiveMoney(crew: Crew): void {
  const paying = byPartner(openItems(crew, 'receivable'), (item) => {
    if (item.openMinor < 0) return true
    return addDays(item.dueOn, habitualDelay(item.partnerId)) <= crew.day
  })
  for (const [partnerId, items] of paying) {
    const due = sum(items)
    if (due <= 0) continue
    crew.bookkeeper.treasury.postPayment({
      direction: 'in',
      partnerId,
      paidOn: crew.day,
      amountMinor: due,
      reference: `${crew.day.replaceAll('-', '')}-${partnerId}`,
      applications: items.map((item) => ({ openItemId: item.id, amountMinor: item.openMinor })),
    })
    crew.document('treasury.payment')
  }
}

/** One customer in five pays ten days late, one in ten twenty-five. */
function habitualDelay(partnerId: number): number {
  if (partnerId % 10 === 7) return 25
  return partnerId % 5 === 3 ? 10 : 0
}

/** Supplier invoices are paid on the day they are due. */
export function paySuppliers(crew: Crew): void {
  for (const [partnerId, items] of byPartner(openItems(crew, 'payable'), (item) => item.dueOn <= crew.day)) {
    const due = sum(items)
    if (due <= 0) continue
    crew.bookkeeper.treasury.postPayment({
      direction: 'out',
      partnerId,
      paidOn: crew.day,
      amountMinor: due,
      applications: items.map((item) => ({ openItemId: item.id, amountMinor: item.openMinor })),
    })
    crew.document('treasury.payment')
  }
}

/** Rent and wages of the month, on its first trading day; bank charges now and then. */
export function payRunningCosts(crew: Crew, isFirstOfMonth: boolean, chance: Chance): void {
  if (isFirstOfMonth) {
    payCost(crew, 'general-expense', 1_800_000)
    payCost(crew, 'selling-expense', 3_600_000)
  }
  if (chance.happens(10)) payCost(crew, 'bank-charges', chance.whole(500, 4_000))
}

function payCost(crew: Crew, role: keyof Crew['words']['costs'], amountMinor: number): void {
  crew.bookkeeper.accounting.postVoucher({
    postedOn: crew.day,
    memo: crew.words.costs[role],
    lines: [
      { accountCode: accountOf(crew.bookkeeper, role), debitMinor: amountMinor },
      { accountCode: accountOf(crew.bookkeeper, 'bank'), creditMinor: amountMinor },
    ],
  })
  crew.document('accounting.voucher')
}

function openItems(crew: Crew, role: 'receivable' | 'payable'): OpenItem[] {
  const items: OpenItem[] = []
  for (;;) {
    const page = crew.bookkeeper.accounting.listOpenItems({ role, limit: PAGE, offset: items.length })
    items.push(...page.rows)
    if (items.length >= page.total || page.rows.length === 0) break
  }
  return items.toSorted((a, b) => a.id - b.id)
}

function byPartner(items: readonly OpenItem[], isWanted: (item: OpenItem) => boolean): Map<number, OpenItem[]> {
  const grouped = new Map<number, OpenItem[]>()
  for (const item of items) {
    if (!isWanted(item)) continue
    const list = grouped.get(item.partnerId)
    if (list === undefined) grouped.set(item.partnerId, [item])
    else list.push(item)
  }
  return grouped
}

function sum(items: readonly OpenItem[]): number {
  return items.reduce((total, item) => total + item.openMinor, 0)
}
