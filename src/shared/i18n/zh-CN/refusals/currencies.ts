import type { currencies as en } from '../../en/refusals/currencies'
import type { SameKeys } from '../../same-keys'

export const currencies: SameKeys<typeof en> = {
  unknown: '{{currency}} 不是 ISO 4217 货币代码。请从列表中选择。',
  isBase: '{{currency}} 是记账本位币。请选择其他币种。',
  taken: '{{currency}} 已在列表中。',
  notInUse: '{{currency}} 未启用。请在“账务—汇率”中添加。',
  rateMissing: '没有 {{currency}} 在 {{date, date}} 或之前的汇率。请在“账务—汇率”中录入。',
  rateUnknown: '该汇率已被删除。',
}
