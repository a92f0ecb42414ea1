import { refuse } from '../../../../shared/errors'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { traceQueries, type DocumentOfPartner, type LotFacts } from './trace-queries'

type Direction = 'asked' | 'from' | 'into'

interface Traced {
  readonly lot: LotFacts
  readonly direction: Direction
  readonly depth: number
}

/** Generations of conversions that are followed; a circle ends by itself, each lot is visited once. */
const DEPTH = 20

/**
 * Both ways from a lot or serial number: what it was made of and who supplied that; what was made of it and who got it.
 * Every movement of every lot on the way, and whom to call when it has to come back.
 */
export function traceLot(reader: Reader, input: { readonly code: string; readonly itemId?: number | undefined }) {
  const asked = traceQueries
    .lotsByCode(reader, input.code)
    .filter((lot) => input.itemId === undefined || lot.itemId === input.itemId)
  if (asked.length === 0) return refuse('stock.lotNowhere', { lot: input.code }, 'code')
  const lots: Traced[] = [
    ...asked.map((lot): Traced => ({ lot, direction: 'asked', depth: 0 })),
    ...follow(reader, asked, 'made', 'from'),
    ...follow(reader, asked, 'used', 'into'),
  ]
  const suppliers = new People()
  const customers = new People()
  for (const { lot, direction } of lots) {
    if (direction !== 'into') {
      for (const receipt of traceQueries.received(reader, lot)) suppliers.add(lot, receipt)
      for (const back of traceQueries.sentBack(reader, lot)) suppliers.takeBack(lot, back)
    }
    if (direction === 'from') continue
    for (const shipment of traceQueries.shipped(reader, lot)) customers.add(lot, shipment)
    for (const back of traceQueries.returned(reader, lot)) customers.takeBack(lot, back)
  }
  return {
    code: input.code,
    lots: lots.map(({ lot, direction, depth }) => ({
      lot: { id: lot.id, code: lot.code, expiresOn: lot.expiresOn },
      item: { id: lot.itemId, code: lot.itemCode, name: lot.itemName, baseUnit: lot.baseUnit },
      direction,
      depth,
      onHand: traceQueries.onHand(reader, lot),
      events: traceQueries.events(reader, lot),
    })),
    suppliers: suppliers.list(reader),
    customers: customers.list(reader),
  }
}

function follow(reader: Reader, start: readonly LotFacts[], side: 'used' | 'made', direction: Direction): Traced[] {
  const seen = new Set(start.map(({ id }) => id))
  const found: Traced[] = []
  let front = [...seen]
  for (let depth = 1; depth <= DEPTH && front.length > 0; depth += 1) {
    const next = new Set(front.flatMap((id) => traceQueries.beyond(reader, id, side)).filter((id) => !seen.has(id)))
    for (const id of next) {
      seen.add(id)
      const lot = traceQueries.lot(reader, id)
      if (lot !== undefined) found.push({ lot, direction, depth })
    }
    front = [...next]
  }
  return found
}

interface Share {
  readonly lot: LotFacts
  readonly documents: DocumentOfPartner[]
  returnedMicro: number
}

/** Partners of a trace, each with what went through their hands, lot by lot. */
class People {
  readonly #shares = new Map<number, Map<number, Share>>()

  add(lot: LotFacts, document: DocumentOfPartner): void {
    this.#shareOf(lot, document.partnerId).documents.push(document)
  }

  takeBack(lot: LotFacts, back: { readonly partnerId: number; readonly quantityMicro: number }): void {
    this.#shareOf(lot, back.partnerId).returnedMicro += back.quantityMicro
  }

  list(reader: Reader) {
    return [...this.#shares].map(([partnerId, shares]) => {
      const { code, name, phone, email, address } = requirePartner(reader, partnerId)
      return {
        partner: { id: partnerId, code, name },
        phone,
        email,
        address,
        goods: [...shares.values()].map(({ lot, documents, returnedMicro }) => {
          const quantityMicro = documents.reduce((sum, document) => sum + document.quantityMicro, 0)
          return {
            lot: { id: lot.id, code: lot.code, expiresOn: lot.expiresOn },
            item: { id: lot.itemId, code: lot.itemCode, name: lot.itemName, baseUnit: lot.baseUnit },
            quantityMicro,
            returnedMicro,
            /** still out there, or still from there */
            openMicro: Math.max(quantityMicro - returnedMicro, 0),
            documents: documents.map(({ id, number, postedOn, quantityMicro: documentMicro }) => ({
              id,
              number,
              postedOn,
              quantityMicro: documentMicro,
            })),
          }
        }),
      }
    })
  }

  #shareOf(lot: LotFacts, partnerId: number): Share {
    const shares = this.#shares.get(partnerId) ?? new Map<number, Share>()
    this.#shares.set(partnerId, shares)
    const share = shares.get(lot.id) ?? { lot, documents: [], returnedMicro: 0 }
    shares.set(lot.id, share)
    return share
  }
}
