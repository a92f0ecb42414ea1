import type { duplicates as en } from '../../en/refusals/duplicates'
import type { SameKeys } from '../../same-keys'

export const duplicates: SameKeys<typeof en> = {
  sameOne: '两者本来就是同一个。请另选一个。',
  archived: '{{which}} 已归档。请先恢复或另选一个。',
  otherUnit: '{{from}} 以 {{fromUnit}} 计数，{{into}} 以 {{intoUnit}} 计数，库存不能相加。请先转换库存，再归档旧商品。',
  otherKind: '{{from}} 与 {{into}} 类型不同（商品、服务、套装）。请改为归档旧商品。',
  otherTracking: '{{from}} 与 {{into}} 的批次或序列号管理不同。请先改为一致。',
  otherPack: '{{from}} 与 {{into}} 的每{{unit}}数量不同。请先更改包装名称。',
  heldLot: '{{from}} 的批次 {{lot}} 已冻结。请先解冻或报废，以免冻结丢失。',
  otherCurrency: '{{from}} 与 {{into}} 的交易币种不同。请结清后归档旧单位。',
  openDocuments: '{{from}} 还有未完成的单据：{{documents}}。请先完成或更改。',
  mergeUnknown: '此次合并已不存在。请刷新页面。',
  undoneAlready: '此次合并已经撤销。',
  laterMerge: '之后的合并以此为基础。请先撤销之后的合并。',
  changedSince: '{{into}} 在合并之后又被修改，撤销会丢失这些修改。请手工更改。',
}
