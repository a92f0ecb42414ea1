import { expect, it } from 'vitest'
import { isForThisPlace } from './workplace'

it.each([
  ['packing 1', 'packing 1', true],
  ['packing 2', 'packing 1', false],
  ['', 'packing 1', true],
  ['packing 1', '', true],
] as const)('a scan at "%s" in a window of "%s": %s', (workplace, place, isTaken) => {
  expect(isForThisPlace(workplace, place)).toBe(isTaken)
})
