import type { parties as en } from '../en/parties'
import type { SameKeys } from '../same-keys'

export const parties: SameKeys<typeof en> = {
  lists: { customer: '客户', supplier: '供应商', any: '往来单位' },
  new: '新建往来单位',
  code: '编码',
  name: '名称',
  side: '类型',
  customer: '客户',
  supplier: '供应商',
  terms: '账期（天）',
  cashDiscount: '现金折扣',
  cashDiscountHint: '在发票日起若干天内付款可享受，例如 10 天内 2 %。',
  cashDiscountDays: '现金折扣天数',
  creditLimit: '信用额度',
  creditLimitHint: '不填表示不限额度。',
  minimumLife: '最短剩余保质期（天）',
  minimumLifeHint: '剩余保质期更短的批次不会配给该客户。',
  taxNumber: '税号',
  phone: '电话',
  email: '电子邮箱',
  address: '地址',
  filterHint: '编码、名称、电话',
  empty: '还没有往来单位',
  emptyHint: '在这里维护客户和供应商。',
}
