import { asRefusal, engine } from '../../../../app/engine'
import type { GoodsReading } from '../flows/flow'

/** What a scanned code means to the company. */
export async function readGoods(code: string): Promise<GoodsReading> {
  return engine.items.readScan({ scan: code })
}

/** A pallet, tote or carton by its label; undefined where the code is none. */
export async function readUnit(code: string) {
  try {
    return await engine.warehouse.getUnit({ unitScan: code })
  } catch (error) {
    if (asRefusal(error).code === 'warehouse.unitUnknown') return undefined
    throw error
  }
}
