import type { Check } from '../../kernel/check'
import { fileChecks } from './file-queries'
import { ledgerChecks } from './ledger-queries'
import { documentNumbers } from './number-queries'

/** What no room can prove alone: the ledgers against each other, numbers against documents, the file itself. */
export const checks: readonly Check[] = [...ledgerChecks, documentNumbers, ...fileChecks]
