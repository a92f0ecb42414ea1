import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import { findDevice } from '../../foundation/devices'
import type { Tx } from '../../kernel/db'
import type { Handlers } from '../../kernel/dispatch'
import { jobStore } from './job-store'
import { cancelJob, claimJob, printLabels, printPaper, reprintJob, settleJob } from './print-jobs'
import { suits, type PrintKind } from './printers'
import { deleteTemplate, listTemplates, previewLabel, saveTemplate } from './templates'

interface Trouble {
  readonly code: string
  readonly params: {}
}
const DAY_MS = 86_400_000

const troubleOf = (text: string | null): Trouble | null => (text === null ? null : (JSON.parse(text) as Trouble))

interface RuleInput {
  readonly use: PrintKind
  readonly deviceId: number
  readonly isAutomatic: boolean
  readonly form: 'A4' | '241x280' | '241x140' | '241x93'
  readonly shiftXTenths: number
  readonly shiftYTenths: number
}

function setRule(tx: Tx, station: string, input: RuleInput): { done: true } {
  const printer = findDevice(tx, input.deviceId)
  if (printer?.profile.role !== 'printer' || printer.station !== station) return refuse('labels.noPrinter', { station })
  if (!suits(input.use, printer.profile.language)) {
    return refuse('labels.printerUnsuited', { printer: printer.name }, 'deviceId')
  }
  jobStore.setRule(tx, {
    station,
    use: input.use,
    device_id: input.deviceId,
    is_automatic: input.isAutomatic ? 1 : 0,
    form: input.form,
    shift_x_tenths: input.shiftXTenths,
    shift_y_tenths: input.shiftYTenths,
  })
  tx.announce({ kind: 'labels.ruleSet', id: input.deviceId })
  return { done: true }
}

export const handlers: Handlers<typeof contract.labels> = {
  printLabels: (tx, actor, input) => printLabels(tx, actor, input),
  printPaper: (tx, actor, input) => printPaper(tx, actor, input),
  reprintJob: (tx, actor, input) => reprintJob(tx, actor, input),
  cancelJob: (tx, actor, input) => cancelJob(tx, actor, input),
  listJobs: (reader, _actor, input) => ({
    rows: jobStore.page(reader, input).map((row) => ({
      id: row.id,
      askedAt: row.asked_at,
      station: row.station,
      use: row.use,
      title: row.title,
      copies: row.copies,
      state: row.state,
      trouble: troubleOf(row.trouble),
      reprintOf: row.reprint_of,
      reason: row.reason,
      askedBy: row.asked_by_name ?? '',
    })),
    total: jobStore.count(reader, input),
    sums: {},
  }),
  queueOf: (reader, actor, input) => {
    const { trouble, ...counts } = jobStore.queue(
      reader,
      input.station ?? actor.station,
      new Date(reader.now.getTime() - DAY_MS).toISOString(),
    )
    return { ...counts, trouble: troubleOf(trouble) }
  },
  listRules: (reader, actor, input) => ({
    rows: jobStore.rules(reader, input.station ?? actor.station).map((rule) => ({
      use: rule.use as PrintKind,
      deviceId: rule.device_id,
      isAutomatic: rule.is_automatic === 1,
      form: rule.form,
      shiftXTenths: rule.shift_x_tenths,
      shiftYTenths: rule.shift_y_tenths,
    })),
  }),
  setRule: (tx, actor, input) => setRule(tx, input.station ?? actor.station, input),
  clearRule: (tx, actor, input) => {
    jobStore.clearRule(tx, input.station ?? actor.station, input.use)
    tx.announce({ kind: 'labels.ruleSet', id: 0 })
    return { done: true }
  },
  listTemplates: (reader) => listTemplates(reader),
  saveTemplate: (tx, actor, input) => saveTemplate(tx, actor, input),
  deleteTemplate: (tx, _actor, input) => deleteTemplate(tx, input),
  previewLabel: (reader, _actor, input) => previewLabel(reader, input),
  claimJob: (tx, actor, input) => claimJob(tx, actor, input),
  settleJob: (tx, _actor, input) => settleJob(tx, input),
  recoverJobs: (tx, _actor, input) => ({ unknown: jobStore.recover(tx, input.station) }),
}
