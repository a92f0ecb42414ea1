import { describe, expect, it } from 'vitest'
import { resources } from '.'
import { barcodeErrorCodes } from '../values/barcodes'

describe('refusals of barcodes', () => {
  it.each(['en', 'zh-CN'] as const)('have a text for each code, and none for another, in %s', (language) => {
    const texts = resources[language].translation.refusals.barcodes
    expect(
      Object.keys(texts)
        .map((key) => `barcodes.${key}`)
        .sort(),
    ).toEqual([...barcodeErrorCodes].sort())
  })
})
