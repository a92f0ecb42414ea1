import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { grouped } from '../../../kernel/grouped'
import { receiveGoods } from '../../purchasing'
import { unitCodeOf } from '../../warehouse'
import { placeInUnit, type FilledUnit } from '../place-in-unit'
import { noticeStore, type AnnouncedLine, type AnnouncedUnit } from './notice-store'
import { requireNotice } from './save-notice'

export interface UnitReceived {
  readonly receipts: { id: number; number: string }[]
  readonly units: { code: string; kind: 'pallet' | 'tote' | 'carton' }[]
  readonly held: number
  readonly picksForOrders: number
}

/** The scanned unit and what stands on it: a receipt for each order, and the units as they stand at the dock. */
export function receiveUnit(
  tx: Tx,
  actor: Actor,
  input: { readonly warehouseId: number; readonly unitScan: string; readonly receivedOn: BusinessDate },
): UnitReceived {
  const code = unitCodeOf(input.unitScan)
  const announced =
    noticeStore.unitByCode(tx, code, input.warehouseId) ??
    refuse('arrivals.unitNotAnnounced', { unit: code }, 'unitScan')
  const notice = requireNotice(tx, announced.noticeId)
  const inside = noticeStore.inside(tx, announced.id).filter((unit) => unit.unitId === null)
  const family = [announced, ...inside].map((unit) => ({ unit, lines: noticeStore.lines(tx, unit.id) }))
  const { receipts, picksForOrders } = receive(
    tx,
    actor,
    family.flatMap(({ lines }) => lines),
    { receivedOn: input.receivedOn, note: [notice.number, notice.supplierNumber].filter(Boolean).join(' ') },
  )
  const filled = family.map(({ unit, lines }) => arrive(tx, actor, notice.warehouseId, unit, lines, announced))
  noticeStore.settle(tx, notice.id)
  tx.announce({ kind: 'arrivals.unitReceived', id: notice.id })
  return {
    receipts,
    units: filled.map(({ code: label, kind }) => ({ code: label, kind })),
    held: filled.reduce((sum, unit) => sum + unit.held, 0),
    picksForOrders,
  }
}

function receive(
  tx: Tx,
  actor: Actor,
  lines: readonly AnnouncedLine[],
  receipt: { readonly receivedOn: BusinessDate; readonly note: string },
): { receipts: { id: number; number: string }[]; picksForOrders: number } {
  const receipts: { id: number; number: string }[] = []
  let picksForOrders = 0
  for (const [orderId, ofOrder] of grouped(lines, (line) => line.orderId)) {
    const posted = receiveGoods(tx, actor, {
      orderId,
      ...receipt,
      lines: ofOrder.map(({ orderLineId, quantityMicro, lotCode, expiresOn }) => ({
        orderLineId,
        quantityMicro,
        ...(lotCode === '' ? {} : { lotCode }),
        ...(expiresOn === null ? {} : { expiresOn }),
      })),
    })
    for (const line of ofOrder) noticeStore.setReceived(tx, line.id, posted.id)
    receipts.push({ id: posted.id, number: posted.number ?? '' })
    picksForOrders += posted.picksForOrders
  }
  return { receipts, picksForOrders }
}

function arrive(
  tx: Tx,
  actor: Actor,
  warehouseId: number,
  unit: AnnouncedUnit,
  lines: readonly AnnouncedLine[],
  outermost: AnnouncedUnit,
): FilledUnit {
  const parentCode = unit === outermost ? '' : outermost.code
  const filled = placeInUnit(tx, actor, warehouseId, { kind: unit.kind, code: unit.code, goods: lines }, parentCode)
  noticeStore.setArrived(tx, unit.id, filled.id)
  return filled
}
