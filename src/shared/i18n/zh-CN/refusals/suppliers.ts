import type { suppliers as en } from '../../en/refusals/suppliers'
import type { SameKeys } from '../../same-keys'

export const suppliers: SameKeys<typeof en> = {
  termUnknown: '此供应商价格已不存在。请刷新列表。',
  termTaken: '{{supplier}} 对 {{item}} 自 {{date, date}} 起已有价格。请修改该价格，或另选日期。',
}
