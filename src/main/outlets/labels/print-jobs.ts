import { Refusal, refuse } from '../../../shared/errors'
import { printContent, type PaperKind, type PrintContent, type Sheet } from '../../../shared/labels/papers'
import type { LabelUse } from '../../../shared/labels/template'
import type { Language } from '../../../shared/values/format'
import { findDevice, type StationDevice } from '../../foundation/devices'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { jobStore, type JobRow, type NewJob } from './job-store'
import { contentsOf } from './label-content'
import { drawPaper, receiptContent, sourceOf, tillContent, type PaperOrder } from './papers'
import { isPaper, printerFor, type PrintKind } from './printers'
import { templateFor } from './templates'

/** A label that has not come out by then is not wanted any more: hours later it would be stuck on something else. */
const JOB_MINUTES = 30

const SOURCE_KINDS: Readonly<Record<LabelUse, string>> = {
  item: 'items.item',
  shelf: 'items.item',
  price: 'items.item',
  bin: 'warehouse.bin',
  lot: 'purchasing.receipt',
  pallet: 'warehouse.unit',
  carton: 'warehouse.carton',
  address: 'shipping.shipment',
  test: 'devices.device',
}

export function requireJob(reader: Reader, id: number): JobRow {
  return jobStore.byId(reader, id) ?? refuse('labels.jobUnknown')
}

const asked = (tx: Tx, actor: Actor) => ({
  asked_by: actor.userId,
  asked_at: tx.now.toISOString(),
  expires_at: new Date(tx.now.getTime() + JOB_MINUTES * 60_000).toISOString(),
})

interface LabelOrder {
  readonly use: LabelUse
  readonly sourceId: number
  readonly copies: number
  readonly station?: string | undefined
  readonly templateId?: number | undefined
}

export function printLabels(tx: Tx, actor: Actor, input: LabelOrder) {
  const printer = labelPrinter(tx, input.station ?? actor.station, input)
  const template = JSON.stringify(templateFor(tx, input.use, input.templateId))
  const jobIds = contentsOf(tx, input.use, input.sourceId, printer.name).map(({ title, values }) =>
    jobStore.insert(tx, {
      station: printer.station,
      device_id: printer.id,
      what: 'label',
      use: input.use,
      title,
      template,
      field_values: JSON.stringify(values),
      copies: input.copies,
      source_kind: SOURCE_KINDS[input.use],
      source_id: input.sourceId,
      reprint_of: null,
      reason: '',
      ...asked(tx, actor),
    }),
  )
  if (jobIds.length > 0) tx.announce({ kind: 'labels.asked', id: jobIds[0] ?? 0 })
  return { jobIds }
}

/** A test label comes out of the printer that is tested. */
function labelPrinter(reader: Reader, station: string, { use, sourceId }: LabelOrder): StationDevice {
  if (use !== 'test') return printerFor(reader, station, use)
  const tested = findDevice(reader, sourceId)
  if (tested?.profile.role !== 'printer' || tested.station !== station) return refuse('labels.noPrinter', { station })
  return tested
}

interface PaperInput {
  readonly paper: PaperKind
  readonly sourceId: number
  readonly locale: Language
  readonly copies: number
  readonly station?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly currency?: string | undefined
  readonly reason?: string | undefined
}

export function printPaper(tx: Tx, actor: Actor, input: PaperInput) {
  const { paper, sourceId, locale, from, to, currency } = input
  const { right, sourceKind } = sourceOf(paper)
  requireRight(actor, right)
  const printer = printerFor(tx, input.station ?? actor.station, paper)
  const earlier = jobStore.lastOf(tx, sourceKind, sourceId, paper)
  const isCopy = paper === 'receipt' && earlier !== undefined
  if (isCopy && input.reason === undefined) refuse('labels.reasonWanted', {}, 'reason')
  const order: PaperOrder = { paper, sourceId, locale, from, to, currency, sheet: sheetOf(tx, printer.station, paper) }
  // Drawn once now, so that what cannot be printed is refused to whoever asks, not to a printer.
  const content = isCopy ? receiptContent(tx, order, { isCopy }) : drawPaper(tx, actor, order)
  const id = jobStore.insert(tx, {
    station: printer.station,
    device_id: printer.id,
    what: content.kind === 'receipt' ? 'receipt' : 'paper',
    use: paper,
    title: content.kind === 'label' ? '' : content.title,
    template: JSON.stringify(content.kind === 'receipt' ? content : order),
    field_values: JSON.stringify({ locale }),
    copies: input.copies,
    source_kind: sourceKind,
    source_id: sourceId,
    reprint_of: input.reason === undefined ? null : (earlier?.id ?? null),
    reason: input.reason ?? '',
    ...asked(tx, actor),
  })
  tx.announce({ kind: 'labels.asked', id })
  return { jobIds: [id] }
}

function sheetOf(reader: Reader, station: string, paper: PaperKind): Sheet {
  const rule = jobStore.rules(reader, station).find((one) => one.use === paper)
  return {
    form: rule?.form ?? 'A4',
    shiftXTenths: rule?.shift_x_tenths ?? 0,
    shiftYTenths: rule?.shift_y_tenths ?? 0,
  }
}

function requireRight(actor: Actor, right: ReturnType<typeof sourceOf>['right']): void {
  if (!actor.rights.has(right)) refuse('access.rightMissing', { right })
}

/** Labels are the warehouse's; a document is of whoever may read it. */
function requireRightOver(actor: Actor, job: JobRow): void {
  const kind = job.use as PrintKind
  requireRight(actor, isPaper(kind) ? sourceOf(kind).right : 'warehouse.work')
}

export function reprintJob(tx: Tx, actor: Actor, input: { readonly id: number; readonly reason: string }) {
  const job = requireJob(tx, input.id)
  requireRightOver(actor, job)
  if (job.state === 'queued' || job.state === 'sent') refuse('labels.jobStillRuns')
  const { id: _id, state: _state, trouble: _trouble, sent_at: _sent, settled_at: _settled, ...same } = job
  const again: NewJob = { ...same, reprint_of: job.id, reason: input.reason, ...asked(tx, actor) }
  const id = jobStore.insert(tx, job.what === 'receipt' ? { ...again, template: copyOf(tx, job) } : again)
  tx.announce({ kind: 'labels.asked', id })
  return { jobIds: [id] }
}

/** The drawer opens for cash, not for paper. */
function copyOf(reader: Reader, job: JobRow): string {
  const { locale } = JSON.parse(job.field_values) as { locale: Language }
  const order = { sourceId: job.source_id, locale }
  return JSON.stringify(
    job.use === 'tillReport' ? tillContent(reader, order) : receiptContent(reader, order, { isCopy: true }),
  )
}

export function cancelJob(tx: Tx, actor: Actor, { id }: { readonly id: number }): { done: true } {
  const job = requireJob(tx, id)
  requireRightOver(actor, job)
  if (!jobStore.settle(tx, { id, from: 'queued', state: 'cancelled', trouble: job.trouble })) {
    refuse('labels.jobHasLeft')
  }
  tx.announce({ kind: 'labels.settled', id })
  return { done: true }
}

/** The next job of a station, marked as sent before its first byte leaves. One that can't be drawn any more expires. */
export function claimJob(tx: Tx, actor: Actor, { station }: { readonly station: string }) {
  if (jobStore.expire(tx, station) > 0) tx.announce({ kind: 'labels.settled', id: 0 })
  for (;;) {
    const row = jobStore.firstQueued(tx, station)
    if (row === undefined) return { job: null }
    try {
      const content = contentOf(tx, actor, row)
      jobStore.send(tx, row.id)
      return { job: { id: row.id, deviceId: row.device_id, content, copies: row.copies } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const trouble = JSON.stringify({ code: error.code, params: error.params })
      jobStore.settle(tx, { id: row.id, from: 'queued', state: 'expired', trouble })
      tx.announce({ kind: 'labels.settled', id: row.id })
    }
  }
}

function contentOf(reader: Reader, actor: Actor, row: JobRow): PrintContent {
  const held = JSON.parse(row.template) as object
  if (row.what === 'paper') return drawPaper(reader, actor, held as PaperOrder)
  if (row.what === 'receipt') return printContent.parse(held)
  return printContent.parse({ kind: 'label', template: held, values: JSON.parse(row.field_values) })
}

interface Settled {
  readonly id: number
  readonly outcome: 'confirmed' | 'unknown' | 'queued'
  readonly trouble?: { readonly code: string; readonly params: object } | undefined
}

export function settleJob(tx: Tx, { id, outcome, trouble }: Settled): { done: true } {
  requireJob(tx, id)
  const told = trouble === undefined ? null : JSON.stringify(trouble)
  if (!jobStore.settle(tx, { id, from: 'sent', state: outcome, trouble: told })) refuse('labels.jobNotSent')
  tx.announce({ kind: 'labels.settled', id })
  return { done: true }
}
