import { describe, expect, it } from 'vitest'
import { readBins } from './bin-table'

describe('bins in a table', () => {
  it('are read by titles in either language, in any order', () => {
    const { bins, faults } = readBins([
      ['Zone', '库位编码', 'Kind', 'litres', 'Level', 'mixesItems', 'what'],
      ['A', 'a01-01-1', '存储位', '1,200.5', '2', 'no', 'ignored'],
      ['', '', '', '', '', '', ''],
    ])
    expect(faults).toEqual([])
    expect(bins).toEqual([
      {
        code: 'a01-01-1',
        zoneCode: 'A',
        kind: 'storage',
        aisle: 0,
        bay: 0,
        level: 2,
        xMillimetres: 0,
        yMillimetres: 0,
        capacityMillilitres: 1_200_500,
        capacityGrams: 0,
        mixesItems: false,
        mixesLots: true,
      },
    ])
  })

  it('name the cell that cannot be read', () => {
    const { faults } = readBins([
      ['code', 'zone', 'kind', 'aisle'],
      ['A1', '', 'shelf', '-1'],
      ['', 'A', '', 'one'],
    ])
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'zone', ''],
      [2, 'kind', 'shelf'],
      [2, 'aisle', '-1'],
      [3, 'code', ''],
      [3, 'aisle', 'one'],
    ])
  })
})
