import type { consignment as en } from '../en/consignment'
import type { SameKeys } from '../same-keys'

export const consignment: SameKeys<typeof en> = {
  list: '客户处寄售货物',
  hint: '货物存放在客户处，仍归本公司所有并按成本计价，客户报告领用后才开票。',
  filterHint: '客户、商品',
  customer: '客户',
  quantity: '现存',
  value: '金额',
  lastUsedOn: '最近领用',
  none: '客户处没有本公司的货物',
  noneHint: '把货物送到客户处寄售，领用前仍归本公司所有。',
  bring: '送货至客户处寄售',
  bringHint: '货物离开仓库，存放在客户处，不开票。',
  bringDo: '送货',
  from: '发货仓库',
  into: '收回仓库',
  on: '日期',
  use: '按领用开票',
  useDo: '出库并开票',
  used: '领用数量',
  usedOn: '领用截止日',
  reference: '客户单号',
  back: '收回未售货物',
  backDo: '收回',
  backHint: '在仓库收到调拨之前为在途。',
  goesBack: '收回数量',
}
