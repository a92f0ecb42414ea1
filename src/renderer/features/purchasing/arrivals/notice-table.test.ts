import { describe, expect, it } from 'vitest'
import { readNotice } from './notice-table'

const read = (...rows: string[][]) => readNotice(rows, '2026-03-02')

describe('a table of what is on its way', () => {
  it('is read by its titles in either language; what stands on a pallet is a carton unless it says otherwise', () => {
    const { lines, faults } = read(
      ['标签（SSCC）', 'Item', 'Quantity', 'On pallet', 'Lot', 'Expires', 'Kind', 'Order'],
      ['095200000000000018', 'BOLT', '1,200.5', '', '', '', '', 'PO-1'],
      ['', '', '', '', '', '', '', ''],
      ['C-1', 'TEA', '6', '095200000000000018', 'L1', '2027-01-31', '', ''],
      ['T-1', 'TEA', '1', '', 'L2', '2027-02-28', '周转箱', ''],
    )
    expect(faults.filter((fault) => fault.column !== 'unitKind')).toEqual([])
    expect(lines.slice(0, 2)).toMatchObject([
      {
        unitCode: '095200000000000018',
        unitKind: 'pallet',
        item: 'BOLT',
        quantityMicro: 1_200_500_000,
        orderNumber: 'PO-1',
      },
      { unitCode: 'C-1', unitKind: 'carton', parentCode: '095200000000000018', lotCode: 'L1', expiresOn: '2027-01-31' },
    ])
  })

  it('names every cell that cannot be read', () => {
    const { faults } = read(
      ['Label (SSCC)', 'Item', 'Quantity', 'Expires', 'Kind'],
      ['', 'BOLT', 'many', 'soon', 'box'],
      ['P', '', '0', '', 'pallet'],
    )
    expect(faults.map((fault) => `${fault.row} ${fault.column}`)).toEqual([
      '2 unitKind',
      '2 quantity',
      '2 expiresOn',
      '2 unitCode',
      '3 quantity',
      '3 item',
    ])
  })
})
