import type { app as en } from '../en/app'
import type { SameKeys } from '../same-keys'

export const app: SameKeys<typeof en> = {
  name: 'Kontor',
  rooms: {
    home: '总览',
    purchasing: '采购',
    sales: '销售',
    inventory: '库存',
    warehouse: '仓库',
    shipping: '发货',
    treasury: '资金',
    accounting: '账务',
    reports: '报表',
    parties: '往来单位',
    items: '商品',
    access: '用户与权限',
    company: '公司',
  },
  search: '搜索单据、商品、往来单位',
  language: { label: '语言', 'zh-CN': '中文', en: 'English' },
  appearance: { label: '外观', light: '浅色', dark: '深色', system: '跟随系统', station: '高对比度' },
  density: { label: '行高', comfortable: '宽松', dense: '紧凑' },
  period: '会计期间',
  help: '本页帮助',
  signOut: '退出登录',
  close: '关闭',
  save: '保存',
  cancel: '取消',
  retry: '重试',
}
