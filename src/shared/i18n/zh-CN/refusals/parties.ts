import type { parties as en } from '../../en/refusals/parties'
import type { SameKeys } from '../../same-keys'

export const parties: SameKeys<typeof en> = {
  partnerUnknown: '没有这个往来单位。请从列表中选择。',
  partnerArchived: '{{partner}} 已归档。请选择其他单位，或先恢复使用。',
  notACustomer: '{{partner}} 不是客户。请先将其标为客户，或选择其他单位。',
  notASupplier: '{{partner}} 不是供应商。请先将其标为供应商，或选择其他单位。',
  neitherSide: '请选择该单位是客户、供应商，还是两者都是。',
  codeTaken: '编码 {{code}} 已属于 {{name}}。请换一个编码。',
  mergedIntoItself: '往来单位不能并入自身。请选择要保留的单位。',
}
