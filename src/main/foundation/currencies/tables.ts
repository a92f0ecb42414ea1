import type { Generated } from 'kysely'

export interface CurrenciesTables {
  currencies_currency: {
    code: string
    units: number
    quoted: 'direct' | 'indirect'
    active: Generated<number>
  }
  currencies_rate: {
    id: Generated<number>
    currency: string
    valid_from: string
    rate_micro: number
    entered_by: number
    entered_at: string
  }
}
