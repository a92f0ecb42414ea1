import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { interpretScan, requireItem, type Item } from '../../../foundation/items'
import { requireSupplier } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireWarehouse, unitCodeOf } from '../../warehouse'
import { noticeStore, type Notice, type OpenOrderLine, type UnitKind } from './notice-store'

export interface NoticeRow {
  readonly unitCode: string
  readonly unitKind: UnitKind
  readonly parentCode: string
  readonly item: string
  readonly lotCode: string
  readonly expiresOn?: BusinessDate | string | undefined
  readonly quantityMicro: number
  readonly orderNumber: string
}

export interface SaveNotice {
  readonly id?: number | undefined
  readonly supplierId: number
  readonly warehouseId: number
  readonly expectedOn: string
  readonly supplierNumber: string
  readonly note: string
  readonly rows: readonly NoticeRow[]
}

export interface NoticeAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

export function requireNotice(tx: Tx, id: number): Notice {
  return noticeStore.byId(tx, id) ?? refuse('arrivals.noticeUnknown', {}, 'id')
}

/** What the supplier says is on its way, held against what is ordered: nothing is announced that nobody waits for. */
export function saveNotice(tx: Tx, actor: Actor, input: SaveNotice): NoticeAnswer {
  requireSupplier(tx, input.supplierId)
  requireWarehouse(tx, input.warehouseId)
  const id = input.id ?? noticeStore.insert(tx, input, actor.userId)
  if (input.id !== undefined) {
    requireUntouched(requireNotice(tx, input.id))
    noticeStore.update(tx, input.id, input)
    noticeStore.clear(tx, input.id)
  }
  const units = insertUnits(tx, id, input.rows)
  const open = noticeStore.openLines(tx, input.supplierId, input.warehouseId, id)
  const leftOf = new Map(open.map((line) => [line.orderLineId, line.openMicro]))
  for (const [at, row] of input.rows.entries()) {
    const item = itemOfRow(tx, row, at)
    for (const { orderLineId, quantityMicro } of linesFor(open, leftOf, row, item, at)) {
      const unitId = units.get(unitCodeOf(row.unitCode)) ?? 0
      const { lotCode, expiresOn = null } = row
      noticeStore.insertLine(tx, { unitId, orderLineId, itemId: item.id, lotCode, expiresOn, quantityMicro })
    }
  }
  tx.announce({ kind: 'arrivals.noticeSaved', id })
  const { number, state } = requireNotice(tx, id)
  return { id, number, state }
}

/** Nothing more of it is expected. */
export function cancelNotice(tx: Tx, input: { readonly id: number }): NoticeAnswer {
  const notice = requireNotice(tx, input.id)
  requireUntouched(notice)
  noticeStore.setState(tx, notice.id, 'cancelled')
  tx.announce({ kind: 'arrivals.noticeCancelled', id: notice.id })
  return { id: notice.id, number: notice.number, state: 'cancelled' }
}

function requireUntouched({ number, state }: Notice): void {
  if (state !== 'expected') refuse('arrivals.noticeBegun', { notice: number })
}

/** Each label once, what it stands on before itself. A pallet may be named only by what stands on it. */
function insertUnits(tx: Tx, noticeId: number, rows: readonly NoticeRow[]): Map<string, number> {
  const kinds = new Map<string, UnitKind>()
  const parents = new Map<string, string>()
  for (const [at, row] of rows.entries()) {
    const code = unitCodeOf(row.unitCode)
    const parent = unitCodeOf(row.parentCode)
    const where = { row: at + 1, unit: code }
    const known = parents.get(code) ?? parent
    if (known !== parent || (kinds.get(code) ?? row.unitKind) !== row.unitKind || parent === code) {
      refuse('arrivals.unitDiffers', where, 'rows')
    }
    if (parent !== '' && row.unitKind === 'pallet') refuse('arrivals.palletOnPallet', where, 'rows')
    kinds.set(code, row.unitKind)
    parents.set(code, parent)
    const notice = noticeStore.announcedElsewhere(tx, code, noticeId)
    if (notice !== undefined) refuse('arrivals.unitElsewhere', { ...where, notice }, 'rows')
  }
  const ids = new Map<string, number>()
  const insert = (code: string, kind: UnitKind, parentId: number | null): number => {
    const id = ids.get(code) ?? noticeStore.insertUnit(tx, { noticeId, code, kind, parentId })
    ids.set(code, id)
    return id
  }
  for (const [code, kind] of kinds) if (parents.get(code) === '') insert(code, kind, null)
  for (const [code, kind] of kinds) {
    const parent = parents.get(code) ?? ''
    if (parent === '') continue
    // What stands in a carton that stands on a pallet comes with the pallet: one level is told apart.
    if ((parents.get(parent) ?? '') !== '') refuse('arrivals.tooDeep', { unit: code }, 'rows')
    insert(code, kind, insert(parent, kinds.get(parent) ?? 'pallet', null))
  }
  return ids
}

function itemOfRow(tx: Tx, row: NoticeRow, at: number): Item {
  const { itemId } = interpretScan(tx, row.item)
  const where = { row: at + 1, item: row.item }
  if (itemId === null) return refuse('arrivals.itemUnknown', where, 'rows')
  const item = requireItem(tx, itemId)
  if (item.serialTracked) refuse('arrivals.serialsOneByOne', where, 'rows')
  if (item.lotTracked && row.lotCode === '') refuse('arrivals.lotMissing', where, 'rows')
  if (item.lotTracked && item.shelfLifeDays !== null && row.expiresOn === undefined) {
    refuse('arrivals.expiryMissing', where, 'rows')
  }
  return item
}

/** The order lines that a row fills, the oldest first. Refuses `arrivals.notOrdered` for more than is waited for. */
function linesFor(
  open: readonly OpenOrderLine[],
  leftOf: Map<number, number>,
  row: NoticeRow,
  item: Item,
  at: number,
): { orderLineId: number; quantityMicro: number }[] {
  const wanted = row.orderNumber.toUpperCase()
  let rest = row.quantityMicro
  const parts: { orderLineId: number; quantityMicro: number }[] = []
  for (const { orderLineId, orderNumber, itemId } of open) {
    if (itemId !== item.id || (wanted !== '' && orderNumber.toUpperCase() !== wanted)) continue
    const left = leftOf.get(orderLineId) ?? 0
    const quantityMicro = Math.min(left, rest)
    if (quantityMicro <= 0) continue
    leftOf.set(orderLineId, left - quantityMicro)
    parts.push({ orderLineId, quantityMicro })
    rest -= quantityMicro
  }
  if (rest > 0) {
    const text = (micro: number): string => formatQuantity(micro, { group: false })
    const params = {
      row: at + 1,
      item: `${item.code} ${item.name}`,
      wanted: text(row.quantityMicro),
      open: text(row.quantityMicro - rest),
    }
    refuse('arrivals.notOrdered', params, 'rows')
  }
  return parts
}
