import { refuse } from '../../../../shared/errors'
import { withCheckDigit } from '../../../../shared/values/barcodes'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { cartonStore, type Carton, type PackingSettings } from './carton-store'
import { expectedGrams, isWithinTolerance } from './carton-weight'
import { packingStore } from './packing-store'

const ORDER = 'sales.order'

/** What is scanned from now on goes into this carton. The one before must be shut. */
export function openCarton(tx: Tx, actor: Actor, input: { orderId: number; kindId: number }) {
  const warehouseId = cartonStore.warehouseOf(tx, ORDER, input.orderId)
  if (warehouseId === undefined || !packingStore.isSomethingUnpacked(tx, ORDER, input.orderId)) {
    refuse('warehouse.nothingToPack', {}, 'orderId')
  }
  if (!cartonStore.kinds(tx).some((kind) => kind.id === input.kindId)) {
    refuse('warehouse.cartonKindUnknown', {}, 'kindId')
  }
  const before = cartonStore.ofSource(tx, ORDER, input.orderId)
  const open = before.find((carton) => carton.state === 'open')
  if (open !== undefined) refuse('warehouse.cartonOpen', { carton: open.code }, 'orderId')
  const number = (before.at(-1)?.number ?? 0) + 1
  const id = cartonStore.insert(tx, {
    warehouseId,
    kind: ORDER,
    sourceId: input.orderId,
    number,
    kindId: input.kindId,
    code: `NEW-${input.orderId}-${number}`,
    by: actor.userId,
  })
  const code = cartonCode(tx, warehouseId, id)
  cartonStore.setCode(tx, id, code)
  tx.announce({ kind: 'warehouse.cartonOpened', id })
  return { id, number, code }
}

/** SSCC: extension digit, the company's prefix, serial to 17 digits, check digit (GS1 General Specifications 3.2). */
function cartonCode(reader: Reader, warehouseId: number, id: number): string {
  const prefix = cartonStore.settings(reader, warehouseId)?.gs1Prefix ?? ''
  if (prefix === '') return `CT-${String(id).padStart(6, '0')}`
  return withCheckDigit(`0${prefix}${String(id).padStart(16 - prefix.length, '0')}`)
}

interface CloseCarton {
  readonly cartonId: number
  readonly weightGrams?: number | undefined
}

/** Refuses `warehouse.weightOff` where scale and contents disagree: something is missing or too much. */
export function closeCarton(tx: Tx, _actor: Actor, input: CloseCarton) {
  const carton = requireOpenCarton(tx, input.cartonId)
  const expected = expectedOf(tx, carton)
  const weighed = input.weightGrams
  if (expected !== null && weighed !== undefined) {
    const settings = cartonStore.settings(tx, carton.warehouse_id)
    if (settings !== undefined && !isWithinTolerance(expected, weighed, settings)) {
      refuse('warehouse.weightOff', { expected, weighed }, 'weightGrams')
    }
  }
  return shut(tx, carton, expected, weighed ?? null, '')
}

export function acceptWeight(tx: Tx, input: { cartonId: number; weightGrams: number; reason: string }) {
  const carton = requireOpenCarton(tx, input.cartonId)
  return shut(tx, carton, expectedOf(tx, carton), input.weightGrams, input.reason)
}

function shut(tx: Tx, carton: Carton, expected: number | null, weighed: number | null, reason: string) {
  cartonStore.close(tx, { id: carton.id, expected, weighed, reason })
  tx.announce({ kind: 'warehouse.cartonClosed', id: carton.id })
  return { expectedGrams: expected, code: carton.code }
}

/** Something has to come out or go in: not once it stands on a vehicle or has left. */
export function reopenCarton(tx: Tx, input: { cartonId: number }): { done: true } {
  const carton = requireCarton(tx, input.cartonId)
  if (carton.state !== 'closed' || carton.lane_bin_id !== null) {
    refuse('warehouse.cartonGone', { carton: carton.code }, 'cartonId')
  }
  const open = cartonStore.ofSource(tx, carton.source_kind, carton.source_id).find((known) => known.state === 'open')
  if (open !== undefined) refuse('warehouse.cartonOpen', { carton: open.code }, 'cartonId')
  cartonStore.reopen(tx, carton.id)
  tx.announce({ kind: 'warehouse.cartonOpened', id: carton.id })
  return { done: true }
}

export function requireCarton(reader: Reader, id: number): Carton {
  return cartonStore.byId(reader, id) ?? refuse('warehouse.cartonUnknown', { scanned: String(id) }, 'cartonId')
}

function requireOpenCarton(tx: Tx, id: number): Carton {
  const carton = requireCarton(tx, id)
  if (carton.state !== 'open') refuse('warehouse.cartonShut', { carton: carton.code }, 'cartonId')
  if (cartonStore.linesOf(tx, id).length === 0) refuse('warehouse.cartonEmpty', { carton: carton.code }, 'cartonId')
  return carton
}

export function expectedOf(reader: Reader, carton: Carton): number | null {
  const tare = cartonStore.kinds(reader).find((kind) => kind.id === carton.kind_id)?.tareGrams ?? 0
  return expectedGrams(tare, cartonStore.linesOf(reader, carton.id))
}

/** By its label: the code, or an SSCC with its identifier (00) in front. */
export function requireCartonByScan(reader: Reader, scan: string): Carton {
  const scanned = scan
    .trim()
    .toUpperCase()
    .replace(/^\][A-Z]\d/, '')
  const found = cartonStore.byCode(reader, scanned) ?? cartonStore.byCode(reader, scanned.replace(/^00/, ''))
  return found ?? refuse('warehouse.cartonUnknown', { scanned }, 'cartonScan')
}

interface CartonKindInput {
  readonly id?: number | undefined
  readonly code: string
  readonly name: string
  readonly volumeMillilitres: number
  readonly maximumGrams: number
  readonly tareGrams: number
}

export function saveCartonKind(tx: Tx, input: CartonKindInput): { id: number } {
  const known = cartonStore.kindOfCode(tx, input.code)
  if (known !== undefined && known.id !== input.id) refuse('warehouse.cartonCodeTaken', { code: input.code }, 'code')
  const { id, ...row } = input
  tx.announce({ kind: 'warehouse.cartonKindSaved', id: id ?? 0 })
  if (id === undefined) return { id: cartonStore.insertKind(tx, row) }
  if (cartonStore.updateKind(tx, { ...row, id }) === 0) refuse('warehouse.cartonKindUnknown', {}, 'id')
  return { id }
}

/** Cartons that were packed keep their kind; new ones are not made of it. */
export function removeCartonKind(tx: Tx, input: { id: number }): { done: true } {
  if (cartonStore.archiveKind(tx, input.id) === 0) refuse('warehouse.cartonKindUnknown', {}, 'id')
  tx.announce({ kind: 'warehouse.cartonKindSaved', id: input.id })
  return { done: true }
}

export function packingSettings(reader: Reader, input: { warehouseId: number }): PackingSettings {
  return cartonStore.settings(reader, input.warehouseId) ?? refuse('warehouse.warehouseUnknown', {}, 'warehouseId')
}

export function savePackingSettings(tx: Tx, input: PackingSettings & { warehouseId: number }): { done: true } {
  const { warehouseId, ...settings } = input
  if (cartonStore.saveSettings(tx, warehouseId, settings) === 0) {
    refuse('warehouse.warehouseUnknown', {}, 'warehouseId')
  }
  tx.announce({ kind: 'warehouse.packingSettingsSaved', id: warehouseId })
  return { done: true }
}
