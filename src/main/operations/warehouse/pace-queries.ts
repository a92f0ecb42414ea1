import type { Reader } from '../../kernel/db'

export type PacedStep = 'putaway' | 'pick' | 'move' | 'pack' | 'load' | 'count'

const PACE = 'SELECT step, seconds FROM warehouse_pace'
const HUNDRED_METRES = 100_000

/** What so many steps and so much walking take at the house's usual pace, in whole minutes, rounded up. */
export function minutesOf(
  reader: Reader,
  steps: Readonly<Partial<Record<PacedStep, number>>>,
  walkMillimetres: number,
): number {
  const pace = new Map(reader.all<{ step: string; seconds: number }>(PACE).map(({ step, seconds }) => [step, seconds]))
  const working = Object.entries(steps).reduce((sum, [step, count]) => sum + count * (pace.get(step) ?? 0), 0)
  return Math.ceil((working + (walkMillimetres * (pace.get('walk') ?? 0)) / HUNDRED_METRES) / 60)
}
