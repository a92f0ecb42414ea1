import { refuse } from '../../../../shared/errors'
import { resources } from '../../../../shared/i18n'
import { checkDigitsOf } from '../../../../shared/values/check-digits'
import { formatQuantity, type Language } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { pickLineCode } from '../../../../shared/values/pick-line-code'
import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { renderPaper } from '../../../kernel/paper'
import { getCount } from '../counts/count-queries'
import { tasksOfBatch } from '../picking/task-queries'
import { waveStore } from '../waves/wave-store'
import { expectedIn } from './expected-queries'

interface PaperFile {
  readonly fileName: string
  readonly pdf: string
}

/** For the day the scanner is broken: the picks still open in walking order, a barcode before each to key it back by. */
export function pickListPdf(reader: Reader, input: { readonly batchId: number; readonly locale: Language }): PaperFile {
  const batch = waveStore.batchById(reader, input.batchId) ?? refuse('warehouse.batchUnknown', {}, 'batchId')
  const tasks = tasksOfBatch(reader, batch.id).filter((task) => task.state === 'open')
  if (tasks.length === 0) refuse('warehouse.nothingOnPaper', {}, 'batchId')
  const { paper, warehouse } = resources[input.locale].translation
  const pdf = renderPaper({
    ...frameOf(reader, input.locale),
    title: warehouse.floor.pickList,
    number: batch.number,
    addressee: { label: warehouse.batch, name: batch.number, lines: [] },
    columns: [
      { title: warehouse.floor.keyBack, share: 0.23, align: 'left', isBarcode: true },
      { title: warehouse.bin, share: 0.15, align: 'left' },
      { title: paper.item, share: 0.27, align: 'left' },
      { title: paper.lot, share: 0.13, align: 'left' },
      { title: paper.quantity, share: 0.12, align: 'right' },
      { title: warehouse.floor.taken, share: 0.1, align: 'right' },
    ],
    rows: tasks.map((task) => [
      pickLineCode(task.id),
      `${task.fromBin.code}  (${checkDigitsOf(task.fromBin.code)})`,
      [
        `${task.item.code} ${task.item.name}`,
        task.orderNumber === null ? '' : `${task.orderNumber} / ${task.slot ?? ''}`,
      ]
        .filter((part) => part !== '')
        .join('\n'),
      lotText(task.lot, input.locale),
      `${formatQuantity(task.quantityMicro - task.doneMicro)} ${task.item.baseUnit}`,
      '',
    ]),
  })
  return { fileName: `${batch.number}.pdf`, pdf: pdf.toString('base64') }
}

/** Bins to be counted with what may lie there, never how much: the count stays blind. Bin and goods carry barcodes. */
export function countListPdf(
  reader: Reader,
  input: { readonly countId: number; readonly locale: Language },
): PaperFile {
  const count = getCount(reader, { id: input.countId })
  const bins = count.bins.filter(({ finished }) => !finished)
  if (bins.length === 0) refuse('warehouse.nothingOnPaper', {}, 'countId')
  const { paper, warehouse } = resources[input.locale].translation
  const number = count.number ?? String(count.id)
  const rows = bins.flatMap(({ bin }) => [
    [bin.code, `${bin.code}  (${checkDigitsOf(bin.code)})`, '', '', ''],
    ...expectedIn(reader, bin.id).map(({ code, name, baseUnit, lotCode, expiresOn }) => [
      code,
      '',
      `${code} ${name}`,
      lotText(lotCode === null ? null : { code: lotCode, expiresOn }, input.locale),
      `__________ ${baseUnit}`,
    ]),
  ])
  const pdf = renderPaper({
    ...frameOf(reader, input.locale),
    title: warehouse.floor.countList,
    number,
    addressee: { label: warehouse.countedOn, name: formatDate(count.countedOn, input.locale), lines: [] },
    columns: [
      { title: warehouse.floor.keyBack, share: 0.27, align: 'left', isBarcode: true },
      { title: warehouse.bin, share: 0.15, align: 'left' },
      { title: paper.item, share: 0.28, align: 'left' },
      { title: paper.lot, share: 0.14, align: 'left' },
      { title: warehouse.counted, share: 0.16, align: 'right' },
    ],
    rows,
  })
  return { fileName: `count-${number}.pdf`, pdf: pdf.toString('base64') }
}

function frameOf(reader: Reader, locale: Language) {
  const { paper, warehouse } = resources[locale].translation
  return {
    sender: companyProfile(reader).name,
    facts: [],
    totals: [],
    remarks: [],
    signatures: [warehouse.floor.signature],
    pageLabel: paper.page,
  }
}

function lotText(lot: { readonly code: string; readonly expiresOn: string | null } | null, locale: Language): string {
  if (lot === null) return ''
  return lot.expiresOn === null ? lot.code : `${lot.code}\n${formatDate(lot.expiresOn, locale)}`
}
