import type { contract } from '../../../shared/contracts'
import { requireItem } from '../../foundation/items'
import type { Handlers } from '../../kernel/dispatch'
import { itemStock, listExpiring, listMovements, listStock } from './stock/lists'

export const handlers: Handlers<typeof contract.inventory> = {
  listStock: (reader, _actor, input) => listStock(reader, input),
  itemStock: (reader, _actor, input) => itemStock(reader, requireItem(reader, input.itemId).id),
  listMovements: (reader, _actor, input) => listMovements(reader, input),
  listExpiring: (reader, _actor, input) => listExpiring(reader, input),
}
