import { describe, expect, it } from 'vitest'
import { maskMessage, maskText } from './mask'

describe('a text for support', () => {
  it.each([
    ['entry 12 of Corner Shop over 1,234.50', ['Corner Shop'], 'entry # of ‹name› over #'],
    ['账户 应收账款 差 1200.00', [], '‹text› ‹text› ‹text› #'],
    ['mail to ada@example.com failed', [], 'mail to ‹address› failed'],
    ['at open (/home/ada/kontor/out/engine.js:120:33)', [], 'at open (‹folder›/engine.js:120:33)'],
    ['C:\\Users\\Ada\\kontor\\company.kontor', [], '‹folder›/company.kontor'],
    ['2026-03-02T08:00:00.123Z version 1.2.3', [], '2026-03-02T08:00:00.123Z version 1.2.3'],
  ])('%s', (text, names, expected) => expect(maskText(text, names)).toBe(expected))

  it('tells nothing that a message quotes', () =>
    expect(maskMessage('column "price of tea" has \'12 bags\'')).toBe('column ‹text› has ‹text›'))
})
