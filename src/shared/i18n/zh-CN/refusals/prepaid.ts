import type { prepaid as en } from '../../en/refusals/prepaid'
import type { SameKeys } from '../../same-keys'

export const prepaid: SameKeys<typeof en> = {
  unknown: '没有这项待摊费用。请刷新列表后重试。',
  sameAccount: '待摊科目与费用科目相同。请选择费用科目。',
  stoppedAlready: '{{name}} 已停止摊销，未作任何更改。',
  running: '{{name}} 正在摊销，未作任何更改。',
  stopBeforeLast: '{{month}} 已经摊销。请选择该月或以后的月份。',
}
