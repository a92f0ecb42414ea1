import { plain, readAmount, readDay, type CellError } from './cells'
import type { MoneyOfBooks } from './trial-balance'
import { FOREIGN_TITLES, readForeign, type ForeignCells } from './foreign-cells'
import { readHead, type Titles } from './read-head'

type OpenItemKind = 'receivable' | 'payable' | 'advance-from-customer' | 'advance-to-supplier'

export interface OpenItemRow {
  readonly row: number
  readonly kind: OpenItemKind
  readonly partnerCode: string
  readonly partnerName: string
  readonly document: string
  /** Undefined where the file has none: then what the partner's terms say. */
  readonly issuedOn: string | undefined
  readonly dueOn: string | undefined
  readonly amountMinor: number
  readonly foreign: ForeignCells
}

type ItemColumn = 'kind' | 'partnerCode' | 'partnerName' | 'document' | 'issuedOn' | 'dueOn' | 'amount'
const ITEM_TITLES: Titles<ItemColumn | 'currency' | 'foreign'> = {
  kind: ['往来类型', '类型', '类别', '性质', 'type', 'kind'],
  partnerCode: [
    '往来单位编码',
    '单位编码',
    '客户编码',
    '供应商编码',
    '客商编码',
    'partner code',
    'customer code',
    'supplier code',
    'partner',
  ],
  partnerName: [
    '往来单位名称',
    '往来单位',
    '单位名称',
    '客户名称',
    '供应商名称',
    '客商名称',
    '客户',
    '供应商',
    'partner name',
    'customer',
    'supplier',
    'name',
  ],
  document: ['单据号', '单据编号', '发票号', '票号', '凭证号', 'document', 'document number', 'invoice', 'reference'],
  issuedOn: ['单据日期', '开票日期', '业务日期', '日期', 'date', 'issued', 'document date', 'invoice date'],
  dueOn: ['到期日', '到期日期', '应收日期', '应付日期', 'due', 'due date'],
  amount: ['金额', '余额', '未收金额', '未付金额', '未核销金额', '本币余额', 'amount', 'open amount', 'balance'],
  ...FOREIGN_TITLES,
}
const KINDS = new Map<string, OpenItemKind>(
  Object.entries({
    receivable: ['应收', '应收账款', '应收款', 'receivable', 'accounts receivable', 'ar', 'customer'],
    payable: ['应付', '应付账款', '应付款', 'payable', 'accounts payable', 'ap', 'supplier'],
    'advance-from-customer': ['预收', '预收账款', '预收款', 'advance from customer', 'customer advance', 'deposit'],
    'advance-to-supplier': ['预付', '预付账款', '预付款', 'advance to supplier', 'supplier advance', 'prepayment'],
  }).flatMap(([kind, names]) => names.map((name) => [plain(name), kind as OpenItemKind] as const)),
)

type Fail = (column: string, code: string, value: string) => void
const failing =
  (errors: CellError[], row: number): Fail =>
  (column, code, value) =>
    void errors.push({ row, column, code, value })

/** A day that may be left out. */
function day(text: string, column: string, fail: Fail): string | undefined {
  if (text === '') return undefined
  const read = readDay(text)
  if (read === undefined) fail(column, 'day', text)
  return read
}

/** An amount that must stand there. */
function amount(text: string, decimals: number, column: string, fail: Fail): number {
  const value = text === '' ? undefined : readAmount(text, decimals)
  if (value === undefined) fail(column, text === '' ? 'missing' : 'amount', text)
  return value ?? 0
}

export function readOpenItems(
  table: readonly (readonly string[])[],
  { decimals, ...currencies }: MoneyOfBooks,
): { rows: OpenItemRow[]; errors: CellError[] } {
  const read = readHead(table, 'open-items', ITEM_TITLES, ['kind', 'amount'])
  const errors = [...read.errors]
  const rows = read.rows.map(({ row, cells }): OpenItemRow => {
    const fail = failing(errors, row)
    const kind = KINDS.get(plain(cells.kind))
    if (kind === undefined) fail('kind', cells.kind === '' ? 'missing' : 'kind', cells.kind)
    if (cells.partnerCode === '' && cells.partnerName === '') fail('partnerCode', 'missing', '')
    const amountMinor = amount(cells.amount, decimals, 'amount', fail)
    if (amountMinor === 0 && cells.amount !== '') fail('amount', 'nothing', cells.amount)
    if (amountMinor < 0 && kind?.startsWith('advance') === true) fail('amount', 'belowNothing', cells.amount)
    const foreign = readForeign(cells, currencies, fail)
    if (foreign.currency !== '' && Math.sign(foreign.foreignMinor) !== Math.sign(amountMinor)) {
      fail('foreign', 'foreignSide', cells.foreign)
    }
    if (foreign.currency !== '' && kind?.startsWith('advance') === true)
      fail('currency', 'foreignAdvance', cells.currency)
    if (cells.document.length > 40) fail('document', 'tooLong', cells.document)
    return {
      row,
      kind: kind ?? 'receivable',
      partnerCode: cells.partnerCode,
      partnerName: cells.partnerName,
      document: cells.document,
      issuedOn: day(cells.issuedOn, 'issuedOn', fail),
      dueOn: day(cells.dueOn, 'dueOn', fail),
      amountMinor,
      foreign,
    }
  })
  return { rows, errors }
}

export interface StockRow {
  readonly row: number
  readonly itemCode: string
  readonly warehouse: string
  readonly bin: string
  readonly lot: string
  readonly expiresOn: string | undefined
  readonly quantityMicro: number
  readonly valueMinor: number
}

const STOCK_TITLES: Titles<'itemCode' | 'itemName' | 'warehouse' | 'bin' | 'lot' | 'expiresOn' | 'quantity' | 'value'> =
  {
    itemCode: ['存货编码', '商品编码', '物料编码', '货品编码', '编码', 'item code', 'item', 'sku', 'code'],
    itemName: ['存货名称', '商品名称', '物料名称', '货品名称', '名称', 'item name', 'name', 'description'],
    warehouse: ['仓库', '仓库编码', '仓库名称', 'warehouse', 'location', 'store'],
    bin: ['库位', '货位', '仓位', 'bin', 'shelf'],
    lot: ['批号', '批次', '批次号', 'lot', 'batch', 'lot number'],
    expiresOn: ['有效期', '有效期至', '失效日期', '到期日', 'expires', 'expiry', 'expiry date', 'best before'],
    quantity: ['数量', '结存数量', '期末数量', '库存数量', 'quantity', 'qty', 'on hand'],
    value: ['金额', '结存金额', '期末金额', '成本', '库存金额', 'value', 'amount', 'cost'],
  }

const MOST_MICRO = 1_000_000_000_000_000

export function readStock(
  table: readonly (readonly string[])[],
  decimals: number,
): { rows: StockRow[]; errors: CellError[] } {
  const read = readHead(table, 'stock', STOCK_TITLES, ['itemCode', 'quantity', 'value'])
  const errors = [...read.errors]
  const rows = read.rows.map(({ row, cells }): StockRow => {
    const fail = failing(errors, row)
    if (cells.itemCode === '') fail('itemCode', 'missing', '')
    const quantityMicro = amount(cells.quantity, 6, 'quantity', fail)
    if (cells.quantity !== '' && (quantityMicro <= 0 || quantityMicro > MOST_MICRO)) {
      fail('quantity', 'aboveNothing', cells.quantity)
    }
    const valueMinor = amount(cells.value, decimals, 'value', fail)
    if (valueMinor < 0) fail('value', 'belowNothing', cells.value)
    return {
      row,
      itemCode: cells.itemCode,
      warehouse: cells.warehouse,
      bin: cells.bin,
      lot: cells.lot,
      expiresOn: day(cells.expiresOn, 'expiresOn', fail),
      quantityMicro,
      valueMinor,
    }
  })
  return { rows, errors }
}

export interface AssetRow {
  readonly row: number
  readonly name: string
  readonly category: string
  readonly acquiredOn: string
  readonly costMinor: number
  readonly accumulatedMinor: number
  /** Undefined where the file has none: then by the method. */
  readonly residualMinor: number | undefined
  readonly lifeMonths: number | undefined
  readonly months: number | undefined
  readonly location: string
  readonly custodian: string
  readonly serialNumber: string
}

const ASSET_TITLES: Titles<
  | 'name'
  | 'category'
  | 'acquiredOn'
  | 'cost'
  | 'accumulated'
  | 'residual'
  | 'lifeMonths'
  | 'months'
  | 'location'
  | 'custodian'
  | 'serialNumber'
> = {
  name: ['资产名称', '固定资产名称', '名称', 'asset', 'asset name', 'name', 'description'],
  category: ['资产类别', '类别', '类别名称', 'category', 'class'],
  acquiredOn: ['购置日期', '入账日期', '开始使用日期', '取得日期', 'acquired', 'acquired on', 'purchase date'],
  cost: ['原值', '资产原值', '原价', 'cost', 'original cost'],
  accumulated: ['累计折旧', '已提折旧', 'accumulated', 'accumulated depreciation'],
  residual: ['净残值', '预计净残值', '残值', 'residual', 'residual value', 'salvage value'],
  lifeMonths: ['使用月限', '预计使用月数', '使用期限月', '使用寿命月', 'life', 'life months', 'useful life months'],
  months: ['已提月份', '已计提月份', '已使用月份', '已提月数', 'months', 'months depreciated'],
  location: ['存放地点', '地点', '使用部门', 'location', 'place'],
  custodian: ['保管人', '使用人', '责任人', 'custodian', 'person'],
  serialNumber: ['序列号', '出厂编号', '资产编号', '卡片编号', 'serial', 'serial number'],
}

export function readAssets(
  table: readonly (readonly string[])[],
  decimals: number,
): { rows: AssetRow[]; errors: CellError[] } {
  const read = readHead(table, 'assets', ASSET_TITLES, ['name', 'category', 'acquiredOn', 'cost'])
  const errors = [...read.errors]
  const rows = read.rows.map(({ row, cells }): AssetRow => {
    const fail = failing(errors, row)
    if (cells.name === '') fail('name', 'missing', '')
    if (cells.name.length > 200) fail('name', 'tooLong', cells.name)
    if (cells.category === '') fail('category', 'missing', '')
    const months = (column: 'lifeMonths' | 'months', least: number): number | undefined => {
      if (cells[column] === '') return undefined
      const value = readAmount(cells[column], 0)
      if (value === undefined || value < least || value > 1200) fail(column, 'months', cells[column])
      return value
    }
    const optional = (column: 'accumulated' | 'residual'): number | undefined => {
      if (cells[column] === '') return undefined
      const value = amount(cells[column], decimals, column, fail)
      if (value < 0) fail(column, 'belowNothing', cells[column])
      return value
    }
    const costMinor = amount(cells.cost, decimals, 'cost', fail)
    if (cells.cost !== '' && costMinor <= 0) fail('cost', 'aboveNothing', cells.cost)
    if (cells.acquiredOn === '') fail('acquiredOn', 'missing', '')
    return {
      row,
      name: cells.name,
      category: cells.category,
      acquiredOn: day(cells.acquiredOn, 'acquiredOn', fail) ?? '1900-01-01',
      costMinor,
      accumulatedMinor: optional('accumulated') ?? 0,
      residualMinor: optional('residual'),
      lifeMonths: months('lifeMonths', 1),
      months: months('months', 0),
      location: cells.location.slice(0, 120),
      custodian: cells.custodian.slice(0, 120),
      serialNumber: cells.serialNumber.slice(0, 120),
    }
  })
  return { rows, errors }
}
