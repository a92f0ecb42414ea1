import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { IMPORT_KINDS } from '../../../src/shared/contracts/imports'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'

let company: TestCompany
let supplies: Supplies
let kitId: number

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

type Kind = (typeof IMPORT_KINDS)[number]

const load = (kind: Kind, rows: string[][], isTrial = false) =>
  company.owner.imports.loadTable({ kind, fileName: `${kind}.xlsx`, rows, isTrial })
const table = (kind: Kind) => company.owner.imports.exportTable({ kind, limit: 5000 })

/** For each kind: a new row, the same row changed, and what a page shows of it then. */
const TABLES: Readonly<
  Record<Kind, { head: string[]; added: string[]; changed: string[]; shows: () => unknown; is: unknown }>
> = {
  partners: {
    head: ['code', 'name', 'isCustomer', 'paymentTermsDays', 'cashDiscount', 'creditLimit'],
    added: ['C7', '晨光便利店', '是', '', '2%', '1,000.50'],
    changed: ['c7', 'Morning Store', 'yes', '45', '2', ''],
    shows: () => company.owner.parties.listPartners({ filter: 'Morning' }).rows[0],
    is: {
      name: 'Morning Store',
      isCustomer: true,
      paymentTermsDays: 45,
      cashDiscountMicro: 20_000,
      creditLimitMinor: null,
    },
  },
  channels: {
    head: ['code', 'name'],
    added: ['WEB', 'Web shop'],
    changed: ['web', 'Online shop'],
    shows: () => company.owner.prices.listChannels({}).rows.find(({ code }) => code === 'WEB'),
    is: { name: 'Online shop', active: true },
  },
  classes: {
    head: ['code', 'name', 'discount'],
    added: ['A', 'Wholesale', '5'],
    changed: ['A', 'Wholesale', '7.5%'],
    shows: () => company.owner.prices.listClasses({}).rows.find(({ code }) => code === 'A'),
    is: { discountMicro: 75_000, active: true },
  },
  customerTerms: {
    head: ['customer', 'class', 'channel'],
    added: ['C1', 'K0', ''],
    changed: ['C1', 'K0', 'H0'],
    shows: () => company.owner.prices.customerTerms({ customerId: supplies.customerId }),
    is: { classId: 1, channelId: expect.any(Number) },
  },
  promotions: {
    head: ['name', 'validFrom', 'validTo', 'item', 'minimum', 'discount', 'isAlone'],
    added: ['Spring', '2026-03-01', '2026-03-31', 'BOLT', '10', '5', ''],
    changed: ['Spring', '2026-03-01', '2026-04-30', 'BOLT', '10', '8', '是'],
    shows: () => company.owner.prices.listPromotions({}).rows[0],
    is: { validTo: '2026-04-30', discountMicro: 80_000, isAlone: true, active: true },
  },
  kits: {
    head: ['kit', 'item', 'quantity'],
    added: ['SET', 'BOLT', '2'],
    changed: ['SET', 'BOLT', '3'],
    shows: () => company.owner.items.listKitParts({ itemId: kitId }).rows,
    is: [{ item: { code: 'BOLT' }, quantityMicro: 3_000_000 }],
  },
  catchWeights: {
    head: ['item', 'unit', 'nominal'],
    added: ['BOLT', 'crate', '5.2'],
    changed: ['bolt', 'box', '5.25'],
    shows: () => company.owner.items.listCatchWeights({}).rows[0],
    is: { itemId: expect.any(Number), unit: 'box', nominalMicro: 5_250_000, tolerancePercent: 10 },
  },
  rates: {
    head: ['currency', 'validFrom', 'rate'],
    added: ['USD', '2026/3/2', '7.1'],
    changed: ['usd', '2026-03-02', '7.123456'],
    shows: () => company.owner.currencies.rateOn({ currency: 'USD', on: '2026-03-05' }),
    is: { rateMicro: 7_123_456, validFrom: '2026-03-02' },
  },
  zones: {
    head: ['warehouse', 'code', 'name', 'categories', 'temperature'],
    added: ['W1', 'C', 'Cold room', '', 'chilled'],
    changed: ['w1', 'c', 'Cold room', 'Dairy; Meat', 'frozen'],
    shows: () =>
      company.owner.warehouse
        .putawaySettings({ warehouseId: supplies.warehouseId, today: '2026-03-05' })
        .zones.find(({ code }) => code === 'C'),
    is: { name: 'Cold room', categories: ['Dairy', 'Meat'], temperature: 'frozen' },
  },
  cartons: {
    head: ['code', 'name', 'volumeMillilitres', 'maximumGrams'],
    added: ['M', 'Medium', '20000', '15000'],
    changed: ['M', 'Medium', '24000', '15000'],
    shows: () => company.owner.warehouse.listCartonKinds({}).rows.find(({ code }) => code === 'M'),
    is: { volumeMillilitres: 24_000, tareGrams: 0 },
  },
  dimensions: {
    head: ['dimension', 'code', 'name'],
    added: ['project', 'P1', 'New shop'],
    changed: ['project', 'P1', 'Second shop'],
    shows: () => company.owner.accounting.listDimensions({}).rows.find(({ code }) => code === 'P1'),
    is: { dimension: 'project', name: 'Second shop', isActive: true },
  },
  barcodes: {
    head: ['barcode', 'item', 'unit'],
    added: ['6901234567892', 'BOLT', 'pc'],
    changed: ['6901234567892', 'BOLT', 'box'],
    shows: () => company.owner.items.readScan({ scan: '6901234567892' }).packQuantityMicro,
    is: 12_000_000,
  },
  priceLists: {
    head: ['code', 'name', 'customer', 'validFrom', 'maximumDiscount'],
    added: ['P1', 'Spring', 'C1', '2026/3/1', '15'],
    changed: ['P1', 'Summer', 'C1', '2026-06-01', ''],
    shows: () => company.owner.prices.listLists({ side: 'contracts' }).rows[0],
    is: { code: 'P1', name: 'Summer', validFrom: '2026-06-01' },
  },
  prices: {
    head: ['list', 'item', 'unit', 'minimum', 'price'],
    added: ['L0', 'BOLT', '', '10', '9.5'],
    changed: ['L0', 'bolt', '', '10.0', '9.25'],
    shows: () => company.owner.prices.listPrices({ listId: 1 }).rows.map((row) => [row.minimumMicro, row.priceMicro]),
    is: [[10_000_000, 9_250_000]],
  },
  supplierPrices: {
    head: ['supplier', 'item', 'validFrom', 'price', 'leadDays', 'minimum', 'isPreferred'],
    added: ['S1', 'BOLT', '2026-03-01', '8', '7', '100', 'yes'],
    changed: ['S1', 'BOLT', '2026-03-01', '7.5', '5', '100', 'yes'],
    shows: () => company.owner.suppliers.listTerms({}).rows[0],
    is: { priceMicro: 7_500_000, leadDays: 5, minimumMicro: 100_000_000, isPreferred: true },
  },
  partnerCodes: {
    head: ['item', 'partner', 'code', 'name'],
    added: ['BOLT', 'C1', 'X-8', ''],
    changed: ['BOLT', 'C1', 'X-9', 'Screw'],
    shows: () => company.owner.items.listPartnerCodes({ itemId: supplies.bolt.id }).rows[0],
    is: { code: 'X-9', name: 'Screw' },
  },
  substitutes: {
    head: ['item', 'substitutes'],
    added: ['BOLT', 'NUT'],
    changed: ['BOLT', 'BOLT2; NUT'],
    shows: () => company.owner.items.listSubstitutes({ itemId: supplies.bolt.id }).rows.map(({ code }) => code),
    is: ['BOLT2', 'NUT'],
  },
  accounts: {
    head: ['code', 'parent', 'name', 'requires'],
    added: ['560199', '5601', 'Market fees', ''],
    changed: ['560199', '5601', 'Market stalls', 'department'],
    shows: () => company.owner.accounting.listAccounts({}).rows.find(({ code }) => code === '560199'),
    is: { name: 'Market stalls', requires: ['department'], parentCode: '5601' },
  },
}

describe.each(IMPORT_KINDS)('a table of %s', (kind) => {
  beforeEach(() => {
    const { packs, id: _id, active: _active, ...bolt } = company.owner.items.getItem({ id: supplies.bolt.id })
    const barcodes = packs[0]?.barcodes ?? []
    const box = [
      { unit: 'pc', baseQuantity: 1, barcodes },
      { unit: 'box', baseQuantity: 12, barcodes: [] },
    ]
    const purchasePriceMicro = bolt.purchasePriceMicro ?? 0
    company.owner.items.changeItem({ id: supplies.bolt.id, ...bolt, purchasePriceMicro, packs: box })
    for (const code of ['NUT', 'BOLT2']) {
      const packs = [{ unit: 'pc', baseQuantity: 1, barcodes: [] }]
      company.owner.items.addItem({ ...bolt, purchasePriceMicro, code, name: code, packs })
    }
    // The first part of an account takes over what it does; a second one is free to go again.
    company.owner.accounting.addAccount({ code: '560101', parentCode: '5601', name: 'Freight out' })
    const packs0 = [{ unit: 'pc', baseQuantity: 1, barcodes: [] }]
    kitId = company.owner.items.addItem({
      ...bolt,
      purchasePriceMicro,
      kind: 'service',
      isKit: true,
      code: 'SET',
      name: 'Set',
      packs: packs0,
    }).id
    company.owner.currencies.addCurrency({ code: 'USD' })
    company.owner.prices.saveClass({ code: 'K0', name: 'Friends', discountMicro: 0 })
    company.owner.prices.saveChannel({ code: 'H0', name: 'House' })
    company.owner.prices.saveList({ code: 'L0', name: 'List', validFrom: '2026-01-01' })
  })

  it('adds by its key, changes by it, reads what it has written, and goes back step by step', () => {
    const { head, added, changed, shows, is } = TABLES[kind]
    const before = table(kind)
    expect(load(kind, [head, added], true)).toMatchObject({ id: null, added: 1, changed: 0, errors: [] })
    expect(table(kind)).toEqual(before)

    const first = load(kind, [head, added])
    expect(first).toMatchObject({ added: 1, changed: 0, same: 0, errors: [] })
    expect(table(kind).total).toBe(before.total + 1)
    expect(load(kind, [head, added])).toMatchObject({ id: null, added: 0, changed: 0, same: 1 })
    const between = table(kind)

    const second = load(kind, [head, changed])
    expect(second).toMatchObject({ added: 0, changed: 1, errors: [] })
    expect({ shown: shows() }).toMatchObject({ shown: is })
    const { columns, rows } = table(kind)
    expect(load(kind, [columns, ...rows])).toMatchObject({
      id: null,
      added: 0,
      changed: 0,
      same: rows.length,
      errors: [],
    })

    expect(refusalOf(() => company.owner.imports.undoLoad({ id: first.id ?? 0 })).code).toBe('imports.changedSince')
    company.owner.imports.undoLoad({ id: second.id ?? 0 })
    expect(table(kind)).toEqual(between)
    company.owner.imports.undoLoad({ id: first.id ?? 0 })
    expect(table(kind)).toEqual(before)
    expect(refusalOf(() => company.owner.imports.undoLoad({ id: first.id ?? 0 })).code).toBe('imports.undoneAlready')
  })
})

describe('a table of master data', () => {
  it('tells what is wrong by row and column, and then keeps nothing', () => {
    const before = table('partners')
    const outcome = load('partners', [
      ['code', 'name', 'isCustomer', 'paymentTermsDays', 'currency'],
      ['C8', 'Good', 'yes', '10', ''],
      ['C9', '', 'yes', '10', ''],
      ['', '', '', '', ''],
      ['C10', 'Ten', 'perhaps', '1.5', ''],
      ['C8', 'Again', 'yes', '10', ''],
      ['C11', 'Nobody', 'no', '10', ''],
      ['C12', 'Money', 'yes', '10', 'XXQ'],
    ])
    expect(outcome.id).toBeNull()
    expect(outcome.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'name', 'imports.cell.missing'],
      [5, 'isCustomer', 'imports.cell.yesNo'],
      [5, 'paymentTermsDays', 'imports.cell.count'],
      [6, 'code', 'imports.rowTwice'],
      [7, 'isCustomer', 'parties.neitherSide'],
      [8, 'currency', 'currencies.notInUse'],
    ])
    expect(table('partners')).toEqual(before)
    expect(refusalOf(() => load('partners', [['name'], ['Ten']])).code).toBe('imports.columnMissing')
  })

  it('is tried out with the rows before it: a part of an account that the file adds', () => {
    const head = ['code', 'parent', 'name']
    const rows = [
      ['560198', '5601', 'Fairs'],
      ['56019801', '560198', 'Spring fair'],
    ]
    expect(load('accounts', [head, ...rows], true)).toMatchObject({ added: 2, errors: [] })
    expect(load('accounts', [head, ...rows])).toMatchObject({ added: 2, errors: [] })
    expect(company.owner.accounting.listAccounts({}).rows.find(({ code }) => code === '56019801')?.level).toBe(3)
  })

  it('knows the climates of a zone, and keeps one that has bins', () => {
    const head = ['warehouse', 'code', 'name', 'temperature']
    const wrong = load('zones', [head, ['W1', 'C', 'Cold', 'icy'], ['W9', 'C', 'Cold', '']])
    expect(wrong.errors.map(({ column, code }) => [column, code])).toEqual([
      ['temperature', 'imports.cell.climate'],
      ['warehouse', 'imports.unknown.warehouse'],
    ])
    const { warehouseId } = supplies
    const [zone] = company.owner.warehouse.listZones({ warehouseId }).rows
    expect(refusalOf(() => company.owner.warehouse.removeZone({ zoneId: zone!.id })).code).toBe('warehouse.zoneInUse')
    const again = {
      warehouseId,
      code: zone!.code.toLowerCase(),
      name: 'Again',
      categories: [],
      temperature: '' as const,
    }
    expect(refusalOf(() => company.owner.warehouse.addZone(again)).code).toBe('warehouse.zoneCodeTwice')
  })

  it('asks for the right that the page would ask, and is proved', () => {
    const clerk = () =>
      company.clerk.imports.loadTable({
        kind: 'partners',
        fileName: 'x.csv',
        rows: [
          ['code', 'name', 'isCustomer'],
          ['C8', 'Good', 'yes'],
        ],
        isTrial: true,
      })
    expect(clerk().errors.map(({ code }) => code)).toEqual(['access.rightMissing'])
    load('partners', [
      ['code', 'name', 'isCustomer'],
      ['C8', 'Good', 'yes'],
    ])
    expect(foundAfter(company, checks, 'UPDATE imports_run SET added = added + 1')).toContain(
      'imports.runsCountTheirRows',
    )
  })

  it('brings an archived partner back, and finds it again', () => {
    company.owner.parties.archivePartner({ id: supplies.customerId })
    expect(company.owner.search.find({ text: 'Corner' }).hits).toEqual([])
    load('partners', [
      ['code', 'name'],
      ['C1', 'Corner Shop'],
    ])
    expect(company.owner.search.find({ text: 'Corner' }).hits).toHaveLength(1)
    expect(company.owner.parties.getPartner({ id: supplies.customerId })).toMatchObject({
      active: true,
      paymentTermsDays: 14,
    })
  })
})
