import { expect, it } from 'vitest'
import { sampleMicro } from './sample'

const pieces = (count: number): number => count * 1_000_000

it.each([
  ['a tenth', 100, 0, 200, 20],
  ['a tenth of few, rounded up', 100, 0, 3, 1],
  ['at least five', 100, 5, 20, 5],
  ['never more than came', 100, 5, 3, 3],
  ['all', 1000, 0, 7, 7],
  ['a number, no share', 0, 2, 50, 2],
])('looks at %s', (_name, samplePermille, minimum, came, sample) => {
  expect(sampleMicro(pieces(came), { samplePermille, sampleMinimumMicro: pieces(minimum) })).toBe(pieces(sample))
})
