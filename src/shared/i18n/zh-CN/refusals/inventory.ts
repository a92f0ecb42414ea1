import type { inventory as en } from '../../en/refusals/inventory'
import type { SameKeys } from '../../same-keys'

export const inventory: SameKeys<typeof en> = {
  notConsigned: '{{item}}：此处只有该供应商的 {{here}}，不足 {{wanted}}。其余已经领用，请按已购货物退回。',
  insufficientStock:
    '{{item}}：需要 {{wanted}}，可用 {{free}}。现存 {{onHand}}，已预留 {{reserved}}（{{documents}}）。请补货，或减少数量。',
  insufficientInBin:
    '{{item}}：要从库位 {{bin}} 取 {{wanted}}，该处只有 {{onHand}}，其中 {{allocated}} 已分配给拣货。请减少数量，或从其他库位取货。',
  reservedByOthers:
    '{{item}}：不能减少 {{wanted}}。可用库存 {{available}}，其中 {{reserved}} 已预留（{{documents}}）。请减少数量，或先释放订单预留。',
  lotExpiryDiffers:
    '商品 {{item}} 的批次 {{lot}} 到期日为 {{known, date}}，录入的是 {{given, date}}。请核对标签；到期日不同的货物须用不同批号。',
  categoryUnknown: '类别“{{category}}”下没有存货。请刷新列表后另选。',
  costOfWhat: '请指明要查哪项成本：某笔出入库，或某商品在某仓库的库存。',
  movementWithoutValue: '此笔移动在仓库内部，不带金额。请查看入库或出库的记录。',
  notAllocated: '这些货物已不再分配给该拣货任务。请刷新任务后重试。',
  serialMissing: '{{item}} 按序列号管理。请逐件扫描或录入序列号。',
  serialIsOne: '{{item}} 的序列号 {{serial}} 只代表一件。其余各件请分别录入序列号。',
  serialHere: '{{item}} 的序列号 {{serial}} 已在库：{{warehouse}} 库位 {{bin}}。请核对标签，序列号不能重复。',
  serialElsewhere:
    '{{item}} 的序列号 {{serial}} 不在此处，而在 {{warehouse}} 库位 {{bin}}。请从该库位取货，或另选一件。',
  serialGone: '{{item}} 的序列号 {{serial}} 已不在库（随 {{document}} 出库）。请另选一件，或先办理退回。',
  trackingNeedsEmptyStock: '{{item}} 尚有库存，无法更改批次或序列号管理方式。请先将库存清零，或新建商品。',
}
