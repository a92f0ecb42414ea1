import type { Generated } from 'kysely'

export interface CompanyTables {
  company_profile: {
    id: number
    name: string
    pack: 'cn-sbe' | 'generic'
    currency: string
    locale: 'zh-CN' | 'en'
    is_demo: Generated<number>
    demo_seed: number | null
    created_at: string
  }
  company_number_series: {
    series: string
    year: number
    next_number: number
  }
}
