import { accounts } from './accounts'
import { dunning } from './dunning'
import { movements } from './movements'
import { notes } from './notes'
import { payments } from './payments'
import { settlements } from './settlements'

/** Money: its accounts, what comes in and goes out, and what is settled with partners. */
export const treasury = {
  ...payments,
  ...accounts,
  ...movements,
  ...settlements,
  ...notes,
  ...dunning,
}
