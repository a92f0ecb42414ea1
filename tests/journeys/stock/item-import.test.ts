import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, type Supplies } from '../../support/supplies'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const HEAD = ['code', 'name', 'baseUnit', 'packs', 'barcodes', 'lotTracked', 'salesPrice', 'supplier']
const items = () => company.bookkeeper.items
const table = (...rows: string[][]) => ({ fileName: 'items.xlsx', rows: [HEAD, ...rows] })

const NUT = ['NUT', 'Nut M8', 'pc', 'case=100 40170725', '4017072500011', 'no', '0.35', 's1']
const BOLT = ['bolt', 'Bolt M8 zinc', 'pc', '', '4006381333931', '', '1,234.5', '']

it('adds new codes, changes known ones, and can be taken back', () => {
  const before = items().getItem({ id: supplies.bolt.id })
  expect(items().checkImport(table(NUT, BOLT))).toEqual({ added: 1, changed: 1, same: 0, errors: [] })
  const done = items().importItems(table(NUT, BOLT))
  expect(done).toMatchObject({ added: 1, changed: 1 })
  const nut = items().readScan({ scan: '40170725' })
  expect(nut).toMatchObject({ item: { code: 'NUT' }, packQuantityMicro: 100_000_000 })
  const bolt = items().getItem({ id: supplies.bolt.id })
  // A column that the file does not have stays as it is.
  expect(bolt).toMatchObject({
    name: 'Bolt M8 zinc',
    salesPriceMicro: 1_234_500_000,
    category: 'General',
    weightGrams: 100,
  })
  // The same table again finds nothing to do.
  expect(items().checkImport(table(NUT, ['bolt', ...BOLT.slice(1)]))).toMatchObject({ added: 0, changed: 0, same: 2 })

  items().undoImport({ id: done.id })
  expect(items().getItem({ id: supplies.bolt.id })).toEqual(before)
  expect(items().getItem({ id: nut.item?.id ?? 0 }).active).toBe(false)
  expect(refusalOf(() => items().undoImport({ id: done.id })).code).toBe('items.importUndone')
  // An archived code comes back by the next import.
  items().importItems(table(NUT))
  expect(items().getItem({ id: nut.item?.id ?? 0 }).active).toBe(true)
})

it('tells every wrong cell by row and column, and then imports nothing', () => {
  const wrong = table(
    ['', 'No code', 'pc', '', '', '', '', ''],
    ['A', 'Price', 'pc', '', '', 'maybe', '-1', ''],
    ['B', 'Pack', 'pc', 'case=1', '', '', '', 'NOBODY'],
    ['C', 'Taken', 'pc', '', '4006381333931', '', '', ''],
    ['c', 'Twice', 'pc', '', '', '', '', ''],
    ['BOLT', 'Unit', 'kg', '', '', '', '', ''],
  )
  const { errors, added } = items().checkImport(wrong)
  expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'code', 'missing'],
    [3, 'lotTracked', 'yesNo'],
    [3, 'salesPrice', 'price'],
    [4, 'packs', 'packs'],
    [5, 'barcodes', 'barcodeTaken'],
    [6, 'code', 'twice'],
    [7, 'baseUnit', 'baseUnitFixed'],
  ])
  expect(added).toBe(0)
  expect(refusalOf(() => items().importItems(wrong)).code).toBe('items.importHasErrors')
  expect(items().listImports({}).total).toBe(0)
  expect(refusalOf(() => items().checkImport({ fileName: 'x.csv', rows: [['name'], ['x']] })).code).toBe(
    'items.importColumnMissing',
  )
  expect(refusalOf(() => company.clerk.items.exportItems({})).code).toBe('access.rightMissing')
})

it('is not taken back over what somebody has changed since', () => {
  const { id } = items().importItems(table(BOLT))
  items().importItems(table(['BOLT', 'Bolt M8 brass', 'pc', '', '', '', '2', '']))
  expect(refusalOf(() => items().undoImport({ id })).code).toBe('items.importChangedSince')
})

it('reads what it has written: a thousand items out, changed by nobody, in again', () => {
  const many = Array.from({ length: 1000 }, (_, at) => [`M${at}`, `Item ${at}`, 'pc', 'case=6', '', 'yes', '1.5', 'S1'])
  items().importItems(table(...many))
  const { columns, rows, total } = items().exportItems({ limit: 5000 })
  expect(total).toBe(1002)
  expect(items().checkImport({ fileName: 'all.xlsx', rows: [columns, ...rows] })).toEqual({
    added: 0,
    changed: 0,
    same: 1002,
    errors: [],
  })
})
