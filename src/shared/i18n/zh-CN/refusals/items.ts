import type { items as en } from '../../en/refusals/items'
import type { SameKeys } from '../../same-keys'

export const items: SameKeys<typeof en> = {
  importColumnMissing: '表格中没有列 {{column}}。请使用模板，其中列出全部列名。',
  importHasErrors: '表格有 {{count}} 个单元格有误，未导入任何内容。请重新检查并改正。',
  importUnknown: '此次导入已不存在。请刷新列表。',
  importUndone: '{{file}} 的导入已经撤销。',
  importChangedSince: '此次导入的商品之后又被修改：{{items}}。撤销会丢失这些修改，请手工更改。',
  itemUnknown: '没有这个商品。请从列表中选择。',
  packUnknown: '该商品没有这种包装。请选择已有的包装。',
  codeTaken: '编码 {{code}} 已属于 {{name}}。请换一个编码。',
  baseUnitFixed: '库存以 {{unit}} 计数，基本单位不能更改。需要其他单位请新建商品。',
  kindFixed: '商品与服务的类型不能更改。请新建一个。',
  packRatioFixed: '单据已使用 1 {{unit}} = {{quantity}} 基本单位，不能更改。请用其他名称新增包装。',
  firstPackIsBase: '第一个包装必须是基本单位 {{unit}}，数量为 1。',
  packRatioOne: '只有基本单位的数量可以为 1。请填写其他包装所含的基本单位数。',
  packUnitTwice: '有两个包装的单位相同，请使用不同名称。',
  shelfLifeNeedsLots: '有保质期的商品需要批次管理。请启用批次管理，或不填保质期。',
  barcodeTaken: '条码 {{barcode}} 已属于 {{item}}。请核对条码，或先从该商品移除。',
  serialNeedsLots: '序列号即一件一批，请同时启用批次管理。',
}
