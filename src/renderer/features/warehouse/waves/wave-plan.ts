import { addDays } from '../../../../shared/values/date'
import type { Engine } from '../../../app/engine'

export type WaveRule = Awaited<ReturnType<Engine['warehouse']['listWaveRules']>>['rows'][number]
export type WaitingOrder = Awaited<ReturnType<Engine['warehouse']['listWaiting']>>['rows'][number]
export type Simulation = Awaited<ReturnType<Engine['warehouse']['simulateWave']>>

export const PICKINGS = ['batch', 'cluster', 'order', 'zone'] as const
export const ALLOCATIONS = ['fefo', 'fifo', 'fewest-picks'] as const

/** How a wave is to be made: what a rule says, or what is chosen for once. */
export interface WavePlan {
  readonly picking: (typeof PICKINGS)[number]
  readonly allocation: (typeof ALLOCATIONS)[number]
  readonly batchCapacity: number
}

export const USUAL_PLAN: WavePlan = { picking: 'batch', allocation: 'fefo', batchCapacity: 60 }

/** Which orders a rule takes, as the engine's list asks for them. */
export function criteriaOf(rule: WaveRule | undefined, today: string) {
  if (rule === undefined) return {}
  const { carrier, channel, minimumPriority, zoneId, singleLine, dueWithinDays } = rule
  return {
    singleLine,
    minimumPriority,
    ...(carrier === '' ? {} : { carrier }),
    ...(channel === '' ? {} : { channel }),
    ...(zoneId === null ? {} : { zoneId }),
    ...(dueWithinDays === null ? {} : { dueBy: addDays(today, dueWithinDays) }),
  }
}
