import type { closing as en } from '../../en/refusals/closing'
import type { SameKeys } from '../../same-keys'

export const closing: SameKeys<typeof en> = {
  checksOpen: '{{month}} 有 {{count}} 项检查未通过，首项单据 {{document}}，不能结账。请在结账页逐项处理。',
  warningsOpen: '{{month}} 有 {{count}} 项提醒。请在结账页查看后确认，或先行处理。',
  vouchersMissing: '{{month}} 还缺 {{count}} 张期末凭证。请在结账页生成。',
  voucherUnknown: '没有这张期末凭证。请刷新页面后重试。',
  closedAlready: '{{month}} 已结账，未作任何更改。',
  reopenFirst: '{{month}} 已结账。只有老板可以在结账页反结账。',
  notClosed: '{{month}} 尚未结账，无需反结账。',
}
