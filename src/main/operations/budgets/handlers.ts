import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { actualSheet, getBudget } from './budget-sheets'
import { saveBudget } from './save-budget'
import { variance } from './variance'

export const handlers: Handlers<typeof contract.budgets> = {
  get: (reader, _actor, input) => getBudget(reader, input),
  actuals: (reader, _actor, input) => actualSheet(reader, input),
  save: (tx, actor, input) => saveBudget(tx, actor, input),
  variance: (reader, _actor, input) => variance(reader, input),
}
