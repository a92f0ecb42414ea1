import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import { suppliersTaxRateMicro, taxRateMicro } from '../../ledgers/accounting'
import { broughtForwardMinor } from './columns'
import { returnQueries, type TaxSide } from './return-queries'

/** Lines that a box shows; its figures are of all of them. */
const SHOWN = 2000

interface Box {
  readonly side: TaxSide
  /** null: entries that are no invoices, by what made them */
  readonly taxCode: string | null
  readonly rateMicro: number | null
  readonly sourceKind: string | null
  netMinor: number | null
  taxMinor: number
  readonly lines: {
    readonly postedOn: string
    readonly sourceKind: string
    readonly sourceId: number
    readonly number: string
    readonly netMinor: number | null
    readonly taxMinor: number
  }[]
}

/**
 * The return of a span in boxes: what was sold and bought under each tax code and rate, and what else stands on the
 * accounts of the tax. Boxes are made of documents, the last line is the ledger's: both come to the same.
 */
export function vatReturn(reader: Reader, span: { readonly from: string; readonly to: string }) {
  if (span.from > span.to) refuse('tax.fromAfterTo', {}, 'to')
  const sides = (['output', 'input'] as const).map((side) => {
    const boxes = boxesOf(reader, side, span)
    const taxMinor = boxes.reduce((sum, box) => sum + box.taxMinor, 0)
    return { boxes, taxMinor, ledgerMinor: returnQueries.movedMinor(reader, side, span) }
  })
  const [output, input] = sides
  const broughtMinor = broughtForwardMinor(reader, span.from)
  const [outputMinor, inputMinor] = [output?.taxMinor ?? 0, input?.taxMinor ?? 0]
  return {
    boxes: sides.flatMap(({ boxes }) => boxes),
    outputMinor,
    inputMinor,
    broughtMinor,
    payableMinor: outputMinor - inputMinor - broughtMinor,
    ledgerOutputMinor: output?.ledgerMinor ?? 0,
    ledgerInputMinor: input?.ledgerMinor ?? 0,
  }
}

function boxesOf(reader: Reader, side: TaxSide, span: { readonly from: string; readonly to: string }): Box[] {
  const rateOn = side === 'output' ? taxRateMicro : suppliersTaxRateMicro
  const boxes = new Map<string, Box>()
  const boxFor = (key: string, empty: Omit<Box, 'lines' | 'taxMinor' | 'side'>): Box => {
    const box = boxes.get(key) ?? { side, ...empty, taxMinor: 0, lines: [] }
    boxes.set(key, box)
    return box
  }
  for (const { taxCode, taxedOn, entryId: _entryId, ...line } of returnQueries.documents(reader, side, span)) {
    const rateMicro = rateOn(reader, taxCode, taxedOn)
    const box = boxFor(`${taxCode} ${rateMicro}`, { taxCode, rateMicro, sourceKind: null, netMinor: 0 })
    box.netMinor = (box.netMinor ?? 0) + line.netMinor
    box.taxMinor += line.taxMinor
    if (box.lines.length < SHOWN) box.lines.push(line)
  }
  const byCode = [...boxes.values()].toSorted(
    (a, b) => (b.rateMicro ?? 0) - (a.rateMicro ?? 0) || (a.taxCode ?? '').localeCompare(b.taxCode ?? ''),
  )
  boxes.clear()
  for (const line of returnQueries.others(reader, side, span)) {
    const { sourceKind, taxMinor } = line
    const box = boxFor(sourceKind, { taxCode: null, rateMicro: null, sourceKind, netMinor: null })
    box.taxMinor += taxMinor
    if (box.lines.length < SHOWN) box.lines.push({ ...line, netMinor: null })
  }
  return [...byCode, ...boxes.values()]
}
