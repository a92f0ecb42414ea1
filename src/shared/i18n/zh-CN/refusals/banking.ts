import type { banking as en } from '../../en/refusals/banking'
import type { SameKeys } from '../../same-keys'

export const banking: SameKeys<typeof en> = {
  notABank: '{{account}} 不是银行账户。请选择对账单所属的账户。',
  otherCurrency: '对账单币种为 {{currency}}，该账户为 {{own}}。请选择其他账户的文件。',
  otherAccount: '对账单账号为 {{theirs}}，本账户账号为 {{own}}。请选择正确的账户。未导入任何内容。',
  doesNotAddUp:
    '{{file}} 不完整：期初 {{opening}} 加流水 {{moved}} 不等于期末 {{closing}}，相差 {{difference}}。请重新从银行下载。未导入任何内容。',
  fileKnown: '{{file}} 已于 {{on, date}} 以 {{earlier}} 导入。未导入任何内容。',
  linesKnown: '{{file}} 的 {{count, count}} 笔流水都已导入。未导入任何内容。',
  statementUnknown: '没有这份对账单。请刷新列表后重试。',
  linesMatched: '{{file}} 中有 {{count, count}} 笔已对账。请先取消这些对账。',
  lineUnknown: '没有这笔流水。请刷新列表后重试。',
  lineMatched: '这笔流水已对账。请先取消对账。',
  lineNotMatched: '这笔流水没有对账，未作任何更改。',
  otherAccountsLines: '所选流水属于不同账户。请选择同一账户的流水。',
  bookLineTaken: '所选记录已对账或属于其他账户。请刷新后重新选择。',
  sumsDiffer: '银行为 {{bank}}，账面为 {{books}}。请选择合计相等的记录。',
  ruleUnknown: '没有这条规则。请刷新列表。',
}
