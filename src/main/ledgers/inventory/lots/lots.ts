import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import { lotStore, type Lot } from './lot-store'

export interface LotDraft {
  readonly itemId: number
  readonly code: string
  readonly expiresOn: BusinessDate | null
  readonly supplierId: number | null
}

/** The lot of this code, made when it is new. A lot has one expiry: another refuses `inventory.lotExpiryDiffers`. */
export function ensureLot(tx: Tx, draft: LotDraft): number {
  const lot = lotStore.byCode(tx, draft.itemId, draft.code)
  if (lot === undefined) return lotStore.insert(tx, draft)
  if (draft.expiresOn === null || draft.expiresOn === lot.expiresOn) return lot.id
  if (lot.expiresOn !== null) {
    refuse('inventory.lotExpiryDiffers', {
      item: requireItem(tx, draft.itemId).code,
      lot: draft.code,
      known: lot.expiresOn,
      given: draft.expiresOn,
    })
  }
  lotStore.setExpiry(tx, lot.id, draft.expiresOn)
  return lot.id
}

export function findLot(reader: Reader, itemId: number, code: string): Lot | undefined {
  return lotStore.byCode(reader, itemId, code)
}

/** The lot of another item that a lot turns out to be: same code, expiry and supplier. */
export function copyLot(tx: Tx, lotId: number, itemId: number): number {
  const lot = lotStore.byId(tx, lotId)
  assert(lot !== undefined, 'goods in stock have a lot that is known')
  return ensureLot(tx, { itemId, code: lot.code, expiresOn: lot.expiresOn, supplierId: lot.supplierId })
}
