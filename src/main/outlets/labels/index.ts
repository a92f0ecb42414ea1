/**
 * Labels on their way to paper: what is asked for, at which printer, and what became of it.
 *
 * Invariants: a job that was sent is never sent again by itself; every job ends confirmed, unknown, expired or cancelled;
 * a reprint names the job it repeats and the reason. Tables: labels_rule, labels_job.
 */
import { labelTemplates } from '../../../shared/labels/templates'
import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import { companyProfile } from '../../foundation/company'
import { devicesOf } from '../../foundation/devices'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor, Handlers } from '../../kernel/dispatch'
import { jobStore, type JobRow } from './job-store'
import { binContent, itemContent, receiptContents, type LabelContent } from './label-content'

/** A label that has not come out by then is not wanted any more: hours later it would be stuck on something else. */
const JOB_MINUTES = 30

export { checks } from './checks-queries'

type Use = 'item' | 'shelf' | 'price' | 'bin' | 'lot' | 'test'

const SOURCE_KINDS: Readonly<Record<Use, string>> = {
  item: 'items.item',
  shelf: 'items.item',
  price: 'items.item',
  bin: 'warehouse.bin',
  lot: 'purchasing.receipt',
  test: 'devices.device',
}

function contentsOf(reader: Reader, use: Use, sourceId: number, deviceName: string): LabelContent[] {
  switch (use) {
    case 'item':
    case 'shelf':
    case 'price':
      return [itemContent(reader, sourceId)]
    case 'bin':
      return [binContent(reader, sourceId)]
    case 'lot':
      return receiptContents(reader, sourceId, companyProfile(reader).pack === 'cn-sbe')
    case 'test':
      return [{ title: deviceName, values: { printer: deviceName, settings: '' } }]
  }
}

/** The printer that a station's rule names, else its only one. */
function printerOf(reader: Reader, station: string, use: Use, sourceId: number) {
  const printers = devicesOf(reader, station).filter((device) => device.profile.role === 'printer')
  const wanted = use === 'test' ? sourceId : jobStore.rules(reader, station).find((rule) => rule.use === use)?.device_id
  const named = printers.find((printer) => printer.id === wanted)
  if (named !== undefined) return named
  const [first, ...others] = printers
  if (first === undefined || use === 'test') return refuse('labels.noPrinter', { station })
  return others.length === 0 ? first : refuse('labels.whichPrinter', { station })
}

function printLabels(
  tx: Tx,
  actor: Actor,
  input: { use: Use; sourceId: number; copies: number; station?: string | undefined },
) {
  const station = input.station ?? actor.station
  const printer = printerOf(tx, station, input.use, input.sourceId)
  const template = labelTemplates.find((one) => one.use === input.use) ?? refuse('labels.noTemplate')
  const jobIds = contentsOf(tx, input.use, input.sourceId, printer.name).map(({ title, values }) =>
    jobStore.insert(tx, {
      station,
      device_id: printer.id,
      use: input.use,
      title,
      template: JSON.stringify(template),
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

const asked = (tx: Tx, actor: Actor) => ({
  asked_by: actor.userId,
  asked_at: tx.now.toISOString(),
  expires_at: new Date(tx.now.getTime() + JOB_MINUTES * 60_000).toISOString(),
})

const requireJob = (reader: Reader, id: number): JobRow => jobStore.byId(reader, id) ?? refuse('labels.jobUnknown')

export const handlers: Handlers<typeof contract.labels> = {
  printLabels: (tx, actor, input) => printLabels(tx, actor, input),
  reprintJob: (tx, actor, input) => {
    const job = requireJob(tx, input.id)
    if (job.state === 'queued' || job.state === 'sent') refuse('labels.jobStillRuns')
    const { station, device_id, use, title, template, field_values, copies, source_kind, source_id } = job
    const id = jobStore.insert(tx, {
      station,
      device_id,
      use,
      title,
      template,
      field_values,
      copies,
      source_kind,
      source_id,
      reprint_of: job.id,
      reason: input.reason,
      ...asked(tx, actor),
    })
    tx.announce({ kind: 'labels.asked', id })
    return { jobIds: [id] }
  },
  cancelJob: (tx, _actor, input) => {
    const job = requireJob(tx, input.id)
    if (!jobStore.settle(tx, { id: job.id, from: 'queued', state: 'cancelled', trouble: job.trouble })) {
      refuse('labels.jobHasLeft')
    }
    tx.announce({ kind: 'labels.settled', id: job.id })
    return { done: true }
  },
  listJobs: (reader, _actor, input) => ({
    rows: jobStore.page(reader, input).map((row) => ({
      id: row.id,
      askedAt: row.asked_at,
      station: row.station,
      use: row.use,
      title: row.title,
      copies: row.copies,
      state: row.state,
      trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as { code: string; params: {} }),
      reprintOf: row.reprint_of,
      reason: row.reason,
      askedBy: row.asked_by_name ?? '',
    })),
    total: jobStore.count(reader, input),
    sums: {},
  }),
  listRules: (reader, actor, input) => ({
    rows: jobStore.rules(reader, input.station ?? actor.station).map((rule) => ({
      use: rule.use as Use,
      deviceId: rule.device_id,
      isAutomatic: rule.is_automatic === 1,
    })),
  }),
  setRule: (tx, actor, input) => {
    const station = input.station ?? actor.station
    const printer = devicesOf(tx, station).find((device) => device.id === input.deviceId)
    if (printer?.profile.role !== 'printer') refuse('labels.noPrinter', { station })
    jobStore.setRule(tx, { station, use: input.use, deviceId: input.deviceId, isAutomatic: input.isAutomatic })
    tx.announce({ kind: 'labels.ruleSet', id: input.deviceId })
    return { done: true }
  },
  claimJob: (tx, _actor, input) => {
    if (jobStore.expire(tx, input.station) > 0) tx.announce({ kind: 'labels.settled', id: 0 })
    const row = jobStore.firstQueued(tx, input.station)
    if (row === undefined || !jobStore.send(tx, row.id)) return { job: null }
    return {
      job: {
        id: row.id,
        deviceId: row.device_id,
        template: row.template,
        values: JSON.parse(row.field_values) as Record<string, string>,
        copies: row.copies,
      },
    }
  },
  settleJob: (tx, _actor, input) => {
    const job = requireJob(tx, input.id)
    const trouble = input.trouble === undefined ? null : JSON.stringify(input.trouble)
    if (!jobStore.settle(tx, { id: job.id, from: 'sent', state: input.outcome, trouble })) refuse('labels.jobNotSent')
    tx.announce({ kind: 'labels.settled', id: job.id })
    return { done: true }
  },
  recoverJobs: (tx, _actor, input) => ({ unknown: jobStore.recover(tx, input.station) }),
}
