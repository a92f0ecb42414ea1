import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmountMinor } from '../../../../shared/values/money'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal, type JournalLine } from '../../../ledgers/accounting'
import { postMovements, reverseMovements } from '../../../ledgers/inventory'
import { cancelPutaway, planPutaway, receivingBin, requireWarehouse, settleBins } from '../../warehouse'
import { restJournal } from '../difference-posting'
import { lotOfMade, requireStockItem, takeFree } from '../free-goods'
import type { ConversionRow, DocumentAnswer, GoodsLine, Reversal } from '../tables'
import { conversionStore } from './conversion-store'
import { shareValue } from './made-values'

export const CONVERSION = 'stock.conversion'

export interface ConvertGoods {
  readonly kind: 'assembly' | 'disassembly' | 'repack'
  readonly warehouseId: number
  readonly convertedOn: BusinessDate
  readonly note: string
  readonly used: readonly GoodsLine[]
  readonly made: readonly (GoodsLine & {
    readonly expiresOn?: BusinessDate | undefined
    readonly expectedMicro?: number | undefined
    readonly share?: number | undefined
  })[]
  readonly lossIsAbnormal: boolean
}

export function requireConversion(reader: Reader, id: number): ConversionRow {
  return conversionStore.byId(reader, id) ?? refuse('stock.conversionUnknown', {}, 'id')
}

/** Uses goods up at their cost and brings in what they became at the same cost, with the way to its bin planned. */
export function convertGoods(tx: Tx, actor: Actor, input: ConvertGoods): DocumentAnswer {
  const { kind, warehouseId, convertedOn, note } = input
  requireWarehouse(tx, warehouseId)
  const taken = new Map<string, number>()
  const used = input.used.flatMap((line, at) => takeFree(tx, warehouseId, line, taken, `used.${at}`))
  const binId = receivingBin(tx, warehouseId)
  const made = input.made.map((line, at) => {
    const item = requireStockItem(tx, line.itemId, `made.${at}`)
    return {
      itemId: item.id,
      name: item.name,
      lotId: lotOfMade(tx, item, line, `made.${at}`),
      binId,
      quantityMicro: line.quantityMicro,
      expectedMicro: line.expectedMicro ?? null,
      share: line.share,
      usualMinor: lineAmountMinor(line.quantityMicro, item.purchasePriceMicro),
    }
  })
  const same = made.find((line) => used.some((other) => other.itemId === line.itemId && other.lotId === line.lotId))
  if (same !== undefined) refuse('stock.madeOfItself', { item: same.name }, 'made')

  const number = nextNumber(tx, 'CV', convertedOn)
  const head = { number, kind, warehouseId, convertedOn, note, valueMinor: 0, lossMinor: 0 }
  const id = conversionStore.insert(tx, { ...head, by: actor.userId })
  const source = { kind: CONVERSION, id }
  const posting = { postedOn: convertedOn, source, by: actor }
  const issued = postMovements(
    tx,
    posting,
    used.map(({ binId: from, ...line }) => ({
      warehouseId,
      ...line,
      from: { binId: from, status: 'available' as const },
    })),
  )
  for (const [at, line] of used.entries()) {
    const valueMinor = issued[at]?.valueMinor ?? 0
    conversionStore.insertLine(tx, id, { ...line, side: 'used', expectedMicro: null, valueMinor })
  }
  const totalMinor = issued.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
  const weighted = made.map((line) => ({ ...line, weight: weightOf(line, made) }))
  const { valuesMinor, lossMinor } = shareValue(totalMinor, weighted, input.lossIsAbnormal)
  const lines = made.map((line, at) => {
    const valueMinor = valuesMinor[at] ?? 0
    return { ...line, valueMinor, id: conversionStore.insertLine(tx, id, { ...line, side: 'made', valueMinor }) }
  })
  postMovements(
    tx,
    posting,
    lines.map(({ id: sourceLineId, itemId, lotId, quantityMicro, valueMinor }) => ({
      warehouseId,
      itemId,
      lotId,
      to: { binId, status: 'available' as const },
      quantityMicro,
      valueMinor,
      sourceLineId,
    })),
  )
  settleBins(
    tx,
    used.map((line) => line.binId),
  )
  conversionStore.setValues(tx, id, totalMinor, lossMinor)
  const usedValues = used.map(({ itemId }, at) => ({ itemId, valueMinor: issued[at]?.valueMinor ?? 0 }))
  const memo = [number, note].filter((text) => text !== '').join(' ')
  postJournal(tx, actor, {
    postedOn: convertedOn,
    memo,
    source,
    lines: conversionJournal(usedValues, lines, lossMinor),
  })
  planPutaway(tx, {
    warehouseId,
    source,
    lines: lines.map(({ id: sourceLineId, itemId, lotId, quantityMicro }) => ({
      sourceLineId,
      itemId,
      lotId,
      quantityMicro,
      fromBinId: binId,
    })),
  })
  index(tx, { kind: CONVERSION, id, title: number, subtitle: made.map(({ name }) => name).join(', '), words: [note] })
  tx.announce({ kind: 'stock.converted', id })
  return { id, number, state: 'posted' }
}

/** A given share counts; else the usual purchase price of the goods; where one has none, all count by quantity. */
function weightOf(
  line: { readonly share: number | undefined; readonly usualMinor: number; readonly quantityMicro: number },
  all: readonly { readonly share: number | undefined; readonly usualMinor: number }[],
): number {
  if (all.every(({ share }) => share !== undefined)) return line.share ?? 1
  return all.every(({ usualMinor }) => usualMinor > 0) ? line.usualMinor : line.quantityMicro
}

/** Stock against stock, item by item; an abnormal loss leaves the books as one. */
function conversionJournal(
  used: readonly { readonly itemId: number; readonly valueMinor: number }[],
  made: readonly { readonly itemId: number; readonly valueMinor: number; readonly quantityMicro: number }[],
  lossMinor: number,
): JournalLine[] {
  return [
    ...made.map(({ itemId, valueMinor, quantityMicro }): JournalLine => ({
      role: 'stock',
      debitMinor: valueMinor,
      itemId,
      quantityMicro,
    })),
    { role: 'stock-loss', debitMinor: lossMinor },
    ...used.map(({ itemId, valueMinor }): JournalLine => ({ role: 'stock', creditMinor: valueMinor, itemId })),
  ]
}

/** Takes what was made back apart, as long as it stands where it was made. */
export function reverseConversion(tx: Tx, actor: Actor, input: Reversal): DocumentAnswer {
  const { id, number, state } = requireConversion(tx, input.id)
  if (state === 'reversed') refuse('stock.conversionReversed', { number }, 'id')
  const source = { kind: CONVERSION, id }
  const postedOn = input.reversedOn
  const memo = `${number} ${input.reason}`.trim()
  cancelPutaway(tx, source)
  const reversed = reverseMovements(tx, source, { postedOn })
  settleBins(
    tx,
    reversed.flatMap(({ toBinId }) => toBinId ?? []),
  )
  reverseJournal(tx, actor, source, { postedOn, memo })
  postJournal(tx, actor, { postedOn, memo, source, lines: restJournal(reversed) })
  conversionStore.setReversed(tx, id)
  tx.announce({ kind: 'stock.conversionReversed', id })
  return { id, number, state: 'reversed' }
}
