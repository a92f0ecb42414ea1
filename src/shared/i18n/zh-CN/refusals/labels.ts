import type { labels as en } from '../../en/refusals/labels'
import type { SameKeys } from '../../same-keys'

export const labels: SameKeys<typeof en> = {
  codeImpossible: '标签上的条码无法表示“{{content}}”。请更正号码。',
  codeTooWide: '“{{content}}”的条码在此标签上放不下。请选用更宽的标签。',
  binUnknown: '该库位不存在。',
  receiptUnknown: '该收货单不存在。',
  noPrinter: '{{station}} 没有设置标签打印机。请在设备页添加。',
  whichPrinter: '{{station}} 有多台打印机。请在标签页选择由哪一台打印此类标签。',
  noTemplate: '没有这种标签。',
  templateUnknown: '该标签已不存在。',
  templateNameTaken: '已有名为“{{name}}”的标签，请换一个名称。',
  changedMeanwhile: '“{{name}}”在您打开期间已被{{by}}保存过。请把您的改动另存为新标签，或采用已保存的版本后重新修改。',
  otherUse: '“{{name}}”是另一种标签。',
  printerUnsuited: '{{printer}} 打不了这种单据：整页单据需要系统打印机，小票需要小票打印机。',
  spanWanted: '请选择对账单的起止日期。',
  reasonWanted: '这张小票已打印过，请填写重打原因。',
  jobUnknown: '该打印任务不存在。',
  jobStillRuns: '该任务仍在进行。请等它结束。',
  jobHasLeft: '该任务已发往打印机。',
  jobNotSent: '该任务没有发往打印机。',
}
