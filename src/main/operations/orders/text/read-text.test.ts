import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MICRO } from '../../../../shared/values/integers'
import { nameKey, readText } from './read-text'

/** a Tuesday */
const TODAY = '2026-03-10'

const read = (text: string) => {
  const { lines, promisedOn } = readText(text, TODAY)
  return [lines.map((line) => [line.countMicro / MICRO, line.unitText, line.itemText]), promisedOn]
}

describe('a message', () => {
  it.each<[string, [number, string, string][], string | undefined]>([
    ['3箱可乐500ml 明天送', [[3, '箱', '可乐500ml']], '2026-03-11'],
    ['可乐500ml 3箱', [[3, '箱', '可乐500ml']], undefined],
    ['500ml可乐3箱', [[3, '箱', '500ml可乐']], undefined],
    [
      '可乐3箱 雪碧2箱',
      [
        [3, '箱', '可乐'],
        [2, '箱', '雪碧'],
      ],
      undefined,
    ],
    [
      '3箱可乐 2箱雪碧 后天',
      [
        [3, '箱', '可乐'],
        [2, '箱', '雪碧'],
      ],
      '2026-03-12',
    ],
    [
      '可乐两箱、雪碧十二瓶，茶叶半箱',
      [
        [2, '箱', '可乐'],
        [12, '瓶', '雪碧'],
        [0.5, '箱', '茶叶'],
      ],
      undefined,
    ],
    [
      '二十三箱牛奶\n一百零五包盐',
      [
        [23, '箱', '牛奶'],
        [105, '包', '盐'],
      ],
      undefined,
    ],
    ['7喜 3箱', [[3, '箱', '7喜']], undefined],
    ['周五送 5件矿泉水', [[5, '件', '矿泉水']], '2026-03-13'],
    ['周二 5件矿泉水', [[5, '件', '矿泉水']], '2026-03-10'],
    ['下周一到，水10箱', [[10, '箱', '水']], '2026-03-16'],
    ['3月15日前送 水10箱', [[10, '箱', '水']], '2026-03-15'],
    ['1月2号 水10箱', [[10, '箱', '水']], '2027-01-02'],
    ['３箱可乐　明天', [[3, '箱', '可乐']], '2026-03-11'],
    ['12 cases Green tea tomorrow', [[12, 'cases', 'Green tea']], '2026-03-11'],
    ['Bolt M8 x 40', [[40, '', 'Bolt M8']], undefined],
    ['3 m8', [[3, '', 'm8']], undefined],
    ['40 Bolt M8', [[40, '', 'Bolt M8']], undefined],
    ['2.5箱苹果', [[2.5, '箱', '苹果']], undefined],
    ['你好', [], undefined],
    ['', [], undefined],
    ['0箱可乐', [], undefined],
  ])('%s', (text, lines, day) => {
    expect(read(text)).toEqual([lines, day])
  })

  it('never throws, and never reads less than something of nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const line of readText(text, TODAY).lines) {
          expect(line.countMicro).toBeGreaterThan(0)
          expect(line.itemText).not.toBe('')
        }
      }),
    )
  })
})

it('compares names without width, case, spaces and marks', () => {
  expect(nameKey(' Ｃoca-Cola　500ML ')).toBe('cocacola500ml')
})
