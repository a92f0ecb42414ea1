import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import { requireWarehouse } from '../layout/bins'
import { layoutStore } from '../layout/layout-store'
import type { AllocationPolicy, Picking } from '../tables'
import { listWaiting } from './waiting-queries'
import { waveRuleStore } from './wave-rule-store'

export interface WaveRule {
  readonly warehouseId: number
  readonly name: string
  readonly carrier: string
  readonly channel: string
  readonly minimumPriority: number
  readonly zoneId: number | null
  readonly singleLine: boolean
  readonly dueWithinDays: number | null
  readonly cutOff: string
  readonly picking: Picking
  readonly allocation: AllocationPolicy
  readonly batchCapacity: number
}

/** A way to make a wave that the house comes back to: the 16:00 parcels, the single lines, the cold zone. */
export function saveWaveRule(tx: Tx, input: WaveRule & { readonly id?: number | undefined }): { id: number } {
  requireWarehouse(tx, input.warehouseId)
  const { id, zoneId, name, warehouseId } = input
  if (zoneId !== null && !layoutStore.zones(tx, warehouseId).some((zone) => zone.id === zoneId)) {
    refuse('warehouse.zoneUnknown', {}, 'zoneId')
  }
  const named = waveRuleStore.idOfName(tx, warehouseId, name)
  if (named !== undefined && named !== id) refuse('warehouse.ruleNameTaken', { name }, 'name')
  const row = {
    warehouse_id: warehouseId,
    name,
    carrier: input.carrier,
    channel: input.channel,
    minimum_priority: input.minimumPriority,
    zone_id: zoneId,
    single_line: input.singleLine ? 1 : 0,
    due_within_days: input.dueWithinDays,
    cut_off: input.cutOff,
    picking: input.picking,
    allocation: input.allocation,
    batch_capacity: input.batchCapacity,
  }
  tx.announce({ kind: 'warehouse.waveRuleSaved', id: warehouseId })
  if (id === undefined) return { id: waveRuleStore.insert(tx, row) }
  if (waveRuleStore.update(tx, { ...row, id }) === 0) refuse('warehouse.ruleUnknown', {}, 'id')
  return { id }
}

export function removeWaveRule(tx: Tx, input: { id: number }): { done: true } {
  if (waveRuleStore.remove(tx, input.id) === 0) refuse('warehouse.ruleUnknown', {}, 'id')
  tx.announce({ kind: 'warehouse.waveRuleRemoved', id: input.id })
  return { done: true }
}

/** The rules, each with how many orders it would take now. */
export function listWaveRules(reader: Reader, input: { warehouseId: number; today: BusinessDate }) {
  const rows = waveRuleStore.ofWarehouse(reader, input.warehouseId).map((row) => {
    const waiting = listWaiting(reader, {
      warehouseId: input.warehouseId,
      carrier: row.carrier === '' ? undefined : row.carrier,
      channel: row.channel === '' ? undefined : row.channel,
      minimumPriority: row.minimum_priority,
      zoneId: row.zone_id ?? undefined,
      singleLine: row.single_line === 1,
      dueBy: row.due_within_days === null ? undefined : addDays(input.today, row.due_within_days),
    })
    return {
      id: row.id,
      name: row.name,
      carrier: row.carrier,
      channel: row.channel,
      minimumPriority: row.minimum_priority,
      zoneId: row.zone_id,
      singleLine: row.single_line === 1,
      dueWithinDays: row.due_within_days,
      cutOff: row.cut_off,
      picking: row.picking,
      allocation: row.allocation,
      batchCapacity: row.batch_capacity,
      orders: waiting.rows.length,
    }
  })
  return { rows }
}
