import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { taxCalendar } from './calendar'
import { listRates, setRate } from './rates'
import { vatSummary } from './summary'

export const handlers: Handlers<typeof contract.tax> = {
  vatSummary: (reader, _actor, input) => vatSummary(reader, input),
  calendar: (reader, _actor, input) => ({ rows: taxCalendar(reader, input) }),
  listRates: (reader, _actor, input) => ({ rows: listRates(reader, input.on) }),
  setRate: (tx, _actor, input) => setRate(tx, input),
}
