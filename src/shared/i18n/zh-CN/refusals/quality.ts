import type { SameKeys } from '../../same-keys'
import type { quality as en } from '../../en/refusals/quality'

export const quality: SameKeys<typeof en> = {
  sampleEmpty: '方案至少要抽检一部分：请填写比例或件数。',
  planNameTaken: '已有名为 {{name}} 的质检方案，请换一个名称。',
  planUnknown: '该质检方案已不存在，请刷新列表。',
  inspectionUnknown: '该检验单不存在，请从列表打开。',
  inspectionClosed: '{{inspection}} 已判定或已取消，请另选一张。',
  pointsMissing: '请先填写全部 {{points}} 项检查结果。',
  photoMissing: '{{inspection}} 要求拍照，请先拍照。',
  notAPhoto: '该文件不是 JPEG 或 PNG 图片，请另选文件。',
  photoUnknown: '该照片不存在。',
  rejectedTooMany: '{{item}}：到货只有 {{there}}，不是 {{wanted}}。请更正不合格数量。',
  noteMissing: '有检查项不合格却全部接收，请在备注中说明理由。',
  whereTo: '请选择不合格品的处理：退供应商或报废。',
  mayNotScrap: '报废要核销库存，您没有权限。请改为退货，或请有权限的人处理。',
  underInspection: '{{item}} 正在待检（{{inspection}}），请先判定。',
  decidedAlready: '该入库单的货物已判定（{{inspection}}），请改用退货或库存调整。',
}
