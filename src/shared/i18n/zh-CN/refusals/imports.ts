import type { imports as en } from '../../en/refusals/imports'
import type { SameKeys } from '../../same-keys'

export const imports: SameKeys<typeof en> = {
  columnMissing: '表格中没有关键列 {{column}}。请使用列有该列的模板。',
  rowTwice: '与第 {{row}} 行的关键列相同，请只保留一行。',
  runUnknown: '此次导入已不存在。请刷新列表。',
  undoneAlready: '{{file}} 的导入已经撤销。',
  changedSince: '{{row}} 在导入之后又被修改，撤销会丢失这些修改。请手工更改。',
  cell: {
    climate: '请留空，或填写 cool（阴凉）、chilled（冷藏）、frozen（冷冻）。',
    missing: '此处必填。',
    text: '超过 300 个字符，请缩短。',
    count: '请填写 0 以上的整数。',
    money: '请填写 0 以上的金额，小数位不超过币种规定。',
    price: '请填写 0 以上的单价，最多六位小数。',
    quantity: '请填写 0 以上的数量，最多六位小数。',
    share: '请填写 0 以上的百分比，最多四位小数。',
    date: '请填写日期，例如 2026-03-05。',
    yesNo: '请填写是或否。',
  },
  unknown: {
    item: '没有编码为 {{code}} 的商品。请先导入该商品或更正编码。',
    partner: '没有编码为 {{code}} 的往来单位。请先导入该单位或更正编码。',
    channel: '没有编码为 {{code}} 的渠道。请在价格中新增或更正编码。',
    class: '没有编码为 {{code}} 的客户等级。请在价格中新增或更正编码。',
    warehouse: '没有编码为 {{code}} 的仓库。请修改编码，或先建立仓库。',
    list: '没有编码为 {{code}} 的价目表。请先导入价目表或更正编码。',
    unit: '该商品没有包装 {{code}}。请更正单位，或先为商品添加此包装。',
  },
}
