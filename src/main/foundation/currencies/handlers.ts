import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import { isCurrency } from '../../../shared/values/exchange/iso-4217'
import { currencyDecimals } from '../../../shared/values/money'
import type { Handlers } from '../../kernel/dispatch'
import { companyProfile } from '../company'
import { currencyStore } from './currency-store'

const LATEST = '2999-12-31'

export const handlers: Handlers<typeof contract.currencies> = {
  listCurrencies: (reader) => ({
    base: companyProfile(reader).currency,
    rows: currencyStore.all(reader).map(({ code, units, quoted, active }) => {
      const last = currencyStore.lastOn(reader, code, LATEST)
      return {
        code,
        decimals: currencyDecimals(code),
        units,
        quoted,
        isActive: active === 1,
        lastOn: last?.validFrom ?? null,
        lastRateMicro: last?.rateMicro ?? null,
      }
    }),
  }),
  addCurrency: (tx, _actor, input) => {
    if (!isCurrency(input.code)) refuse('currencies.unknown', { currency: input.code }, 'code')
    if (input.code === companyProfile(tx).currency) refuse('currencies.isBase', { currency: input.code }, 'code')
    if (currencyStore.find(tx, input.code) !== undefined) refuse('currencies.taken', { currency: input.code }, 'code')
    currencyStore.insert(tx, { code: input.code, units: input.units, quoted: input.quoted })
    tx.announce({ kind: 'currencies.added' })
    return { done: true }
  },
  setActive: (tx, _actor, input) => {
    if (currencyStore.find(tx, input.code) === undefined)
      refuse('currencies.notInUse', { currency: input.code }, 'code')
    currencyStore.setActive(tx, input.code, input.isActive)
    tx.announce({ kind: 'currencies.changed' })
    return { done: true }
  },
  listRates: (reader, _actor, input) => ({
    rows: currencyStore.page(reader, input),
    total: currencyStore.count(reader, input),
    sums: {},
  }),
  setRates: (tx, actor, input) => {
    const codes = new Set(currencyStore.all(tx).map(({ code }) => code))
    for (const [at, rate] of input.rates.entries()) {
      if (!codes.has(rate.currency)) refuse('currencies.notInUse', { currency: rate.currency }, `rates.${at}.currency`)
      currencyStore.put(tx, rate, actor.userId)
    }
    tx.announce({ kind: 'currencies.ratesChanged' })
    return { saved: input.rates.length }
  },
  deleteRate: (tx, _actor, input) => {
    if (!currencyStore.remove(tx, input.id)) refuse('currencies.rateUnknown', {}, 'id')
    tx.announce({ kind: 'currencies.ratesChanged' })
    return { done: true }
  },
  rateOn: (reader, _actor, input) => {
    const rate = currencyStore.lastOn(reader, input.currency, input.on)
    return { rateMicro: rate?.rateMicro ?? null, validFrom: rate?.validFrom ?? null }
  },
}
