import { addDays } from '../../../shared/values/date'
import type { Crew } from './crew'
import { breakSomething, correctInvoice, countBins, takeReturn } from './exceptions'
import { Chance } from './random'
import { enterSupplierInvoices, orderGoods, receiveDue } from './receiving'
import { packAndShip, pickWave, takeOrders } from './selling'
import { paySuppliers, payRunningCosts, receiveMoney } from './settling'
import type { DemoState } from './state'

/** One trading day from the first delivery to the last payment. What happens depends on seed, date and books alone. */
export function playDay(crew: Crew, state: DemoState, seed: number): void {
  const { day } = crew
  const chance = (part: string): Chance => new Chance(seed, day, part)
  if (state.isEmpty()) stockUp(crew, state, chance('opening'))
  receiveDue(crew, state, chance('receiving'))
  enterSupplierInvoices(crew, state, chance('supplier invoices'))
  payRunningCosts(crew, isFirstTradingDayOfMonth(day), chance('costs'))
  takeOrders(crew, state, chance('orders'), chance('volume').whole(10, 16))
  pickWave(crew, state, chance('picking'))
  packAndShip(crew, state, chance('packing'))
  if (chance('returns').happens(60)) takeReturn(crew, state, chance('return'))
  if (weekdayOf(day) === 5) countBins(crew, state, chance('count'))
  if (chance('breakage').happens(20)) breakSomething(crew, state, chance('broken'))
  if (chance('mistakes').happens(15)) correctInvoice(crew)
  receiveMoney(crew)
  paySuppliers(crew)
  orderGoods(crew, state, chance('purchasing'), { suppliersAtMost: 6, leadDays: [1, 4] })
}

/** The opening: everything is ordered from everyone, and comes the same day. */
function stockUp(crew: Crew, state: DemoState, chance: Chance): void {
  orderGoods(crew, state, chance, { suppliersAtMost: state.supplierIds.length, leadDays: [0, 0] })
}

function isFirstTradingDayOfMonth(day: string): boolean {
  const date = Number(day.slice(8))
  if (date > 3) return false
  for (let back = 1; back < date; back += 1) if (isWeekday(addDays(day, -back))) return false
  return true
}

function isWeekday(day: string): boolean {
  return weekdayOf(day) % 6 !== 0
}

/** 0 = Sunday */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
