import type { contract } from '../../../shared/contracts'
import { requireItem } from '../../foundation/items'
import type { Handlers } from '../../kernel/dispatch'
import { setCostingMethod } from './costing/method'
import { methodStore } from './costing/method-store'
import { analyseStock } from './insight/analysis'
import { costLineage } from './insight/lineage'
import { stockAt } from './insight/stock-at-queries'
import { itemStock, listExpiring, listMovements, listStock } from './stock/lists'

export const handlers: Handlers<typeof contract.inventory> = {
  listStock: (reader, _actor, input) => listStock(reader, input),
  itemStock: (reader, _actor, input) => itemStock(reader, requireItem(reader, input.itemId).id),
  listMovements: (reader, _actor, input) => listMovements(reader, input),
  listExpiring: (reader, _actor, input) => listExpiring(reader, input),
  stockAt: (reader, _actor, input) => stockAt(reader, input),
  analyse: (reader, _actor, input) => analyseStock(reader, input),
  costLineage: (reader, _actor, input) => costLineage(reader, input),
  listCostingMethods: (reader) => ({ rows: methodStore.categories(reader) }),
  setCostingMethod: (tx, _actor, input) => setCostingMethod(tx, input),
}
