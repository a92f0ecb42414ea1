import { dispatch } from '../../kernel/dispatch'
import type { Party } from '../parties' // breaks: sideways
import type { SalesOrder } from '../../operations/sales' // breaks: floor

export type Item = { party: Party; order: SalesOrder; dispatch: typeof dispatch }
