import { describe, expect, it } from 'vitest'
import { checkDigitsOf, meansBin } from './check-digits'

describe('check digits of a bin', () => {
  it('are worked out by hand: weight, character, thirteen, modulo 97', () => {
    // A = 65, 1 = 49: (2 * 65 + 3 * 49) * 13 = 277 * 13 = 3601 = 37 * 97 + 12
    expect(checkDigitsOf('A1')).toBe('12')
    expect(checkDigitsOf('a1')).toBe('12')
    expect(meansBin('12', 'A1')).toBe(true)
    expect(meansBin('A1', 'A1')).toBe(true)
    expect(meansBin('13', 'A1')).toBe(false)
  })

  it('differ between bins that are taken for each other: neighbours, levels, swapped digits', () => {
    for (const [one, other] of [
      ['A01-03-2', 'A01-03-1'],
      ['A01-03-2', 'A01-04-2'],
      ['A01-03-2', 'A02-03-2'],
      ['A12-03-2', 'A21-03-2'],
      ['A01-23-2', 'A01-32-2'],
    ]) {
      expect(checkDigitsOf(one ?? ''), `${one} and ${other}`).not.toBe(checkDigitsOf(other ?? ''))
    }
  })
})
