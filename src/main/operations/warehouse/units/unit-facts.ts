import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { unitStore } from './unit-store'

/** What stands on a unit's label: its code, and what is in it, however deep. */
export function unitFacts(reader: Reader, unitId: number) {
  const unit =
    unitStore.byId(reader, unitId) ?? refuse('warehouse.unitUnknown', { scanned: String(unitId) }, 'unitScan')
  return { code: unit.code, goods: unitStore.familyGoods(reader, unitId) }
}
