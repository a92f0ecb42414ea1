import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { taxCalendar } from './calendar'
import { listRates, setRate, setThreshold } from './rates'
import { vatSummary } from './summary'
import { changeTaxpayer, taxpayer } from './taxpayer'

export const handlers: Handlers<typeof contract.tax> = {
  vatSummary: (reader, _actor, input) => vatSummary(reader, input),
  calendar: (reader, _actor, input) => ({ rows: taxCalendar(reader, input) }),
  taxpayer: (reader, _actor, input) => taxpayer(reader, input.on),
  setTaxpayer: (tx, _actor, input) => changeTaxpayer(tx, input),
  setThreshold: (tx, _actor, input) => setThreshold(tx, input),
  listRates: (reader, _actor, input) => ({ rows: listRates(reader, input.on) }),
  setRate: (tx, _actor, input) => setRate(tx, input),
}
