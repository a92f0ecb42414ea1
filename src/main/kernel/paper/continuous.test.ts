/** Three-part forms, read back from the bytes that would go to the printer: every part lies where the layout says. */
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../../tests/support/pdf-text'
import { CONTINUOUS } from './render-continuous'
import type { Paper } from './paper'
import { renderPaper } from './render-paper'

/** A needle of a 24-needle printer: 180 to the inch. */
const DOT = 25.4 / 180
const HEIGHTS = { '241x280': 279.4, '241x140': 139.7, '241x93': 93.1 } as const
const forms = Object.keys(HEIGHTS) as (keyof typeof HEIGHTS)[]

const paper = (rows: number): Paper => ({
  sender: '上海某某贸易有限公司',
  title: '送货单',
  number: 'SH-2026-000001',
  addressee: { label: '收货单位', name: 'Corner Shop', lines: ['1 High Street'] },
  facts: [
    { label: '日期', value: '2026-03-02' },
    { label: '订单', value: 'SO-1' },
  ],
  columns: [
    { title: '#', share: 0.1, align: 'right' },
    { title: '品名', share: 0.6, align: 'left' },
    { title: '金额', share: 0.3, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_row, at) => [String(at + 1), `橄榄油 ${at + 1}`, `${at + 1}.00`]),
  totals: [{ label: '合计', value: '¥1.00', isFinal: true }],
  remarks: ['谢谢惠顾'],
  signatures: ['收货人'],
  pageLabel: '{{page}} / {{pages}}',
})

const near = (actual: number | undefined, expected: number): void => {
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected} mm`).toBeLessThanOrEqual(DOT)
}

describe.each(forms)('the form %s', (form) => {
  it.each([
    [0, 0],
    [15, -10],
    [-8, 20],
  ])('has each part in its place, shifted by %i and %i tenths', (shiftXTenths, shiftYTenths) => {
    const [dx, dy] = [shiftXTenths / 10, shiftYTenths / 10]
    const [page, ...others] = readPdf(renderPaper(paper(3), { form, shiftXTenths, shiftYTenths }))
    expect(others).toEqual([])
    if (page === undefined) throw new Error('no page')
    near(page.width, 241.3)
    near(page.height, HEIGHTS[form])
    const find = (text: string) =>
      page.texts.find((one) => one.text === text) ?? { x: Number.NaN, y: Number.NaN, size: 0 }
    const { left, right, number, addressee, facts, table, row, foot } = CONTINUOUS
    const sender = find('上海某某贸易有限公司')
    near(sender.x, left + dx)
    // Letters of one size stand equally far below the top of their line.
    const below = sender.y - (number + dy)
    expect(below).toBeGreaterThan(2)
    expect(below).toBeLessThan(4.5)
    near(find('SH-2026-000001').y, number + below + dy)
    near(find('收货单位 Corner Shop  1 High Street').y, addressee + below + dy)
    near(find('日期 2026-03-02').x, left + dx)
    near(find('订单 SO-1').x, left + (right - left) / 3 + dx)
    near(find('订单 SO-1').y, facts + below + dy)
    near(find('橄榄油 3').x, left + 0.1 * (right - left) + 0.8 + dx)
    near(find('橄榄油 3').y, table + 3 * row + 0.7 + below + dy)
    near(find('收货人 ____________').y, HEIGHTS[form] - foot + below + dy)
    // The rules: one above and below each row, one beside each column.
    const across = page.rules.filter(({ from, to }) => Math.abs(from[1] - to[1]) < 0.01)
    const down = page.rules.filter(({ from, to }) => Math.abs(from[0] - to[0]) < 0.01)
    expect([across.length, down.length]).toEqual([5, 4])
    for (const [at, rule] of across.entries()) {
      near(rule.from[1], table + at * row + dy)
      near(rule.from[0], left + dx)
      near(rule.to[0], right + dx)
    }
    for (const [at, share] of [0, 0.1, 0.7, 1].entries()) near(down[at]?.from[0], left + share * (right - left) + dx)
  })

  it('keeps every row and every place on as many sheets as it takes, and stays off the strips with the holes', () => {
    const pages = readPdf(renderPaper(paper(70), { form, shiftXTenths: 0, shiftYTenths: 0 }))
    const goods = pages.flatMap(({ texts }) =>
      texts.map(({ text }) => text).filter((text) => text.startsWith('橄榄油')),
    )
    expect(goods).toEqual(Array.from({ length: 70 }, (_row, at) => `橄榄油 ${at + 1}`))
    for (const [at, page] of pages.entries()) {
      const top = page.texts.find(({ text }) => text === '品名')
      near(top?.y, pages[0]?.texts.find(({ text }) => text === '品名')?.y ?? 0)
      expect(page.texts.map(({ text }) => text)).toContain(`${at + 1} / ${pages.length}`)
      for (const { x, y, text } of page.texts) {
        expect(x, text).toBeGreaterThanOrEqual(CONTINUOUS.left - DOT)
        expect(x, text).toBeLessThan(CONTINUOUS.right)
        expect(y, text).toBeLessThan(page.height - 2)
      }
    }
  })
})
