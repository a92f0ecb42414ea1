import { engine } from '../../../../app/engine'
import type { GoodsReading } from '../flows/flow'

/** What a scanned code means to the company. */
export async function readGoods(code: string): Promise<GoodsReading> {
  return engine.items.readScan({ scan: code })
}
