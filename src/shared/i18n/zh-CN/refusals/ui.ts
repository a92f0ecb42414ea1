import type { ui as en } from '../../en/refusals/ui'
import type { SameKeys } from '../../same-keys'

export const ui: SameKeys<typeof en> = {
  unknown: '原因代码 {{code}}，数据没有变动。请重试，或把此代码告知技术支持。',
  failed: '程序内部出错，数据没有变动。错误编号 {{reference}}。',
  tooLongForPaper: '共 {{rows}} 行，打印最多 {{most}} 行。请缩短期间或筛选，或另存为 Excel。',
  offline: '账套暂时没有响应。已录入的内容仍在，请稍后重试。',
}
