import type { Scan } from '../../ui'
import { MICRO } from '../../../shared/values/integers'
import { Refusal } from '../../../shared/errors'
import { engine, type Engine } from '../engine'
import { newOrderLine, withFacts, withScan, type ItemFacts, type OrderLine } from './order-lines'

type Read = Awaited<ReturnType<Engine['items']['readScan']>>
export interface ScannedItem extends Read {
  readonly item: NonNullable<Read['item']>
}

/** What was scanned on the page of an order, wherever the focus was. */
export async function readScannedItem({ symbology = '', text }: Scan, partnerId?: number): Promise<ScannedItem> {
  const read = await engine.items.readScan({
    scan: `${symbology}${text}`,
    ...(partnerId === undefined ? {} : { partnerId }),
  })
  if (read.item === null) throw new Refusal('station.codeUnknown', { scanned: text })
  return { ...read, item: read.item }
}

interface Terms {
  readonly includesTax: boolean
  /** Of the price on a label; undefined where labels do not tell what this side of trade pays. */
  readonly labelCurrency: string | undefined
}

/** One more pack of what stands on a line already, or a line of its own: with its label's weight, number or price. */
export function withScanned(
  lines: readonly OrderLine[],
  read: ScannedItem,
  facts: ItemFacts,
  { includesTax, labelCurrency }: Terms,
): { readonly lines: readonly OrderLine[]; readonly line: OrderLine } {
  const pack = facts.packs.find(({ id }) => id === read.packId) ?? facts.packs[0]
  const packMicro = (pack?.baseQuantity ?? 1) * MICRO
  const kept = lines.filter(({ itemId }) => itemId !== undefined)
  const saysHowMuch = read.quantityMicro !== null || read.marked !== null
  const same = kept.find((line) => line.itemId === read.item.id && line.packId === pack?.id && !line.isLabelled)
  if (same !== undefined && !saysHowMuch) {
    const line = { ...same, quantityMicro: (same.quantityMicro ?? 0) + packMicro }
    return { lines: kept.map((one) => (one === same ? line : one)), line }
  }
  const fresh: OrderLine = {
    ...newOrderLine(),
    includesTax,
    itemId: read.item.id,
    itemText: `${read.item.code} ${read.item.name}`,
    packId: pack?.id,
    packUnit: pack?.unit ?? '',
    packBaseQuantity: pack?.baseQuantity ?? 1,
    quantityMicro: read.quantityMicro ?? packMicro,
  }
  const known = withFacts(fresh, facts)
  const line =
    labelCurrency === undefined ? known : { ...withScan(known, read, labelCurrency), isLabelled: saysHowMuch }
  return { lines: [...kept, line], line }
}
