import type { tax as en } from '../en/tax'
import type { SameKeys } from '../same-keys'

export const tax: SameKeys<typeof en> = {
  vatSummary: '增值税汇总',
  rates: '税率和申报日历',
  ratesHint: '修改后的税率自上方所选日期起适用。',
  validFrom: '生效日期',
  outputMinor: '销项税额',
  inputMinor: '进项税额',
  payableMinor: '应交税额',
  opening: '期初',
  debit: '借方',
  credit: '贷方',
  closing: '期末',
  taxpayer: '纳税人身份',
  taxpayerKinds: { general: '一般纳税人', 'small-scale': '小规模纳税人' },
  taxpayerHint: '变更自某月 1 日起生效，该月尚无业务登记时才能变更。',
  certifiesInput: '进项税额认证后抵扣',
  collectionRate: '征收率',
  threshold: '季度免征增值税的销售额上限',
  changeTaxpayer: '自此日起变更',
  sinceEver: '自始',
  kinds: {
    construction: '城市维护建设税（按增值税）',
    education: '教育费附加（按增值税）',
    'local-education': '地方教育附加（按增值税）',
    income: '企业所得税（按利润）',
    stamp: '印花税（按购销金额）',
  },
  calendar: '全年申报日历',
  declarations: { vat: '增值税', surcharges: '附加税费', income: '企业所得税预缴', stamp: '印花税' },
}
