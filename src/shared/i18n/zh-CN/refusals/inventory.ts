import type { inventory as en } from '../../en/refusals/inventory'
import type { SameKeys } from '../../same-keys'

export const inventory: SameKeys<typeof en> = {
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
}
