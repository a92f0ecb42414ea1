import { describe, expect, it } from 'vitest'
import { code128 } from './code128'
import type { Paper } from './paper'
import { renderPaper } from './render-paper'

const paper = (rows: number): Paper => ({
  sender: '上海某某贸易有限公司 Trading',
  title: '送货单',
  number: 'SH-2026-000001',
  addressee: { label: '收货单位', name: 'Corner Shop', lines: ['1 High Street'] },
  facts: [{ label: 'Date', value: '2026-03-02' }],
  columns: [
    { title: '#', share: 0.2, align: 'right' },
    { title: '品名', share: 0.8, align: 'left' },
  ],
  rows: Array.from({ length: rows }, (_row, at) => [String(at + 1), '特级初榨橄榄油 olive oil']),
  totals: [{ label: '合计', value: '¥1.00', isFinal: true }],
  remarks: ['谢谢惠顾'],
  signatures: ['收货人'],
  pageLabel: '{{page}} / {{pages}}',
  stamp: '已冲销',
})

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

describe('renderPaper', () => {
  it.each([
    [0, 1],
    [5, 1],
    [60, 3],
  ])('draws %i rows on %i pages', (rows, pages) => {
    const pdf = renderPaper(paper(rows))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.subarray(-6).toString().trim()).toBe('%%EOF')
    expect(pagesOf(pdf)).toBe(pages)
  })

  it('takes only the characters in use along', () => {
    expect(renderPaper(paper(40)).length).toBeLessThan(100_000)
  })
})

describe('code128', () => {
  it('is start, one symbol a character, check and stop', () => {
    const modules = (text: string): number => code128(text).reduce((sum, width) => sum + width, 0)
    expect(modules('A')).toBe(11 + 11 + 11 + 13)
    // The six digits after the dash stand two in a symbol, after a shift to code C.
    expect(modules('AB-123456')).toBe(11 + 3 * 11 + 11 + 3 * 11 + 11 + 13)
  })
})
