import { grouped } from '../../../kernel/grouped'
import { addDays } from '../../../../shared/values/date'
import { lineAmountMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { leadTimes, type LeadTime } from '../scorecard/scorecard'
import { chooseMethod } from './back-test'
import { patternOf, quantile } from './forecast'
import { orderQuantity } from './order-quantity'
import { levelsOf } from './policies'
import { replenishmentQueries, type ReplenishableItem, type TermInForce } from './replenishment-queries'

export interface ProposeInput extends ListInput {
  readonly warehouseId: number
  readonly on: string
  readonly serviceHundredths: number
  readonly supplierId?: number | undefined
}

const WEEKS = 104
/** Where neither supplier list nor experience tells. */
const USUAL_LEAD_DAYS = 7
/** Of its shelf life an item must be sold within this part. */
const SELLABLE_LIFE = 0.66

/** What to order now: each item by the method that did best on its own history. */
export function propose(reader: Reader, input: ProposeInput) {
  const all = proposals(reader, input)
  const keys: Readonly<Record<string, (row: Proposal) => number | string>> = {
    item: (row) => row.item.code,
    supplier: (row) => row.supplier?.name ?? '',
    quantityMicro: (row) => row.quantityMicro,
    amountMinor: (row) => row.amountMinor,
    method: (row) => row.method,
  }
  const key = keys[input.sort ?? ''] ?? ((row: Proposal) => `${row.supplier?.name ?? '~'} ${row.item.code}`)
  const sign = input.descending ? -1 : 1
  const sorted = all.toSorted((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0))
  return {
    rows: sorted.slice(input.offset, input.offset + input.limit),
    total: all.length,
    sums: { amountMinor: all.reduce((sum, row) => sum + row.amountMinor, 0) },
  }
}

type Proposal = ReturnType<typeof proposals>[number]

function proposals(reader: Reader, input: ProposeInput) {
  const { warehouseId, on } = input
  const known = knownFacts(reader, input)
  const z = quantile(input.serviceHundredths / 10_000)
  const decimals = currencyDecimalsOf(reader)
  const partners = new Map<number, { id: number; code: string; name: string }>()
  const partnerOf = (id: number) => {
    let partner = partners.get(id)
    if (partner === undefined) {
      const { code, name } = requirePartner(reader, id)
      partner = { id, code, name }
      partners.set(id, partner)
    }
    return partner
  }
  return replenishmentQueries.items(reader, warehouseId, input.filter).flatMap((item) => {
    const demand = known.demandOf(item.itemId)
    const term = known.termOf(item)
    const supplierId = term?.supplierId ?? item.supplierId
    if (input.supplierId !== undefined && supplierId !== input.supplierId) return []
    const freeMicro = item.availableMicro - item.reservedMicro
    if (demand.every((value) => value === 0) && freeMicro >= 0) return []
    const lead = supplierId === null ? undefined : known.leads.get(supplierId)
    const leadDays = term?.leadDays ?? (lead === undefined ? USUAL_LEAD_DAYS : Math.round(lead.days))
    const circumstances = { leadPeriods: leadDays / 7, leadDeviation: (lead?.spreadDays ?? 0) / 7, z }
    const { method, outcome } = chooseMethod(demand, circumstances)
    const levels = levelsOf(method, demand, circumstances)
    const onOrderMicro = known.onOrder.get(item.itemId) ?? 0
    const inTransitMicro = known.inTransit.get(item.itemId) ?? 0
    const position = freeMicro + onOrderMicro + inTransitMicro
    if (position > levels.reorder) return []
    const { quantityMicro, reason } = orderQuantity(Math.ceil(levels.target - position), {
      minimumMicro: term?.minimumMicro ?? 0,
      // Whole units of the base unit, unless the supplier says otherwise.
      multipleMicro: Math.max(term?.multipleMicro ?? 0, 1) === 1 ? 1_000_000 : (term?.multipleMicro ?? 1_000_000),
      mostMicro:
        item.shelfLifeDays === null
          ? null
          : Math.floor((levels.forecast.mean / 7) * item.shelfLifeDays * SELLABLE_LIFE - position),
    })
    if (quantityMicro === 0) return []
    const priceMicro = term?.priceMicro ?? item.usualPriceMicro
    return [
      {
        item: { id: item.itemId, code: item.code, name: item.name, baseUnit: item.baseUnit },
        warehouseId,
        supplier: supplierId === null ? null : partnerOf(supplierId),
        quantityMicro,
        priceMicro,
        amountMinor: lineAmountMinor(quantityMicro, priceMicro, decimals),
        reason,
        method,
        pattern: patternOf(demand),
        servedHundredths:
          outcome === undefined || outcome.wanted === 0
            ? null
            : Math.round((1 - outcome.missed / outcome.wanted) * 10_000),
        weeksKnown: demand.length,
        weeklyMicro: Math.round(levels.forecast.mean),
        safetyMicro: Math.round(levels.safety),
        reorderMicro: Math.round(levels.reorder),
        targetMicro: Math.round(levels.target),
        freeMicro,
        onOrderMicro,
        inTransitMicro,
        leadDays,
        leadIsMeasured: term === undefined && lead !== undefined,
      },
    ]
  })

  function knownFacts(from: Reader, asked: ProposeInput) {
    const weekly = new Map<number, number[]>()
    const firstSeen = new Map(
      replenishmentQueries.firstSeen(from, asked.warehouseId, on).map((row) => [row.itemId, row.weeksAgo]),
    )
    for (const row of replenishmentQueries.demand(from, asked.warehouseId, on, addDays(on, -7 * WEEKS))) {
      // An item's history begins when it first came in: weeks before are no demand of nothing.
      const weeks = weekly.get(row.itemId) ?? Array.from({ length: WEEKS }, () => 0)
      const at = WEEKS - 1 - row.weeksAgo
      if (at >= 0 && at < WEEKS) weeks[at] = Math.max(row.quantityMicro, 0)
      weekly.set(row.itemId, weeks)
    }
    const byItem = grouped(replenishmentQueries.terms(from, on), (term) => term.itemId)
    const quantities = (rows: readonly { itemId: number; quantityMicro: number }[]) =>
      new Map(rows.map((row) => [row.itemId, row.quantityMicro]))
    return {
      demandOf(itemId: number): number[] {
        const weeks = weekly.get(itemId) ?? []
        const known = Math.min(WEEKS, (firstSeen.get(itemId) ?? WEEKS - 1) + 1)
        return weeks.slice(-known)
      },
      /** The preferred supplier's terms, else those of the item's own supplier, else the cheapest. */
      termOf(item: ReplenishableItem): TermInForce | undefined {
        const terms = byItem.get(item.itemId) ?? []
        return (
          terms.find((term) => term.isPreferred === 1) ??
          terms.find((term) => term.supplierId === item.supplierId) ??
          terms.toSorted((a, b) => a.priceMicro - b.priceMicro)[0]
        )
      },
      leads: leadTimes(from, on) as ReadonlyMap<number, LeadTime>,
      onOrder: quantities(replenishmentQueries.onOrder(from, asked.warehouseId)),
      inTransit: quantities(replenishmentQueries.inTransit(from, asked.warehouseId)),
    }
  }
}
