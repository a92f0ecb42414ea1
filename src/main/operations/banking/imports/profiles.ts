import type { z } from 'zod'
import type { TableMapping } from '../../../../shared/bank-files'
import { tableMapping } from '../../../../shared/contracts/banking'
import type { Reader, Tx } from '../../../kernel/db'
import { statementStore } from './statement-store'

/** What was learned of banks' tables. */
export function listProfiles(reader: Reader): { id: number; signature: string; name: string; mapping: TableMapping }[] {
  return statementStore
    .profiles(reader)
    .map((profile) => ({ ...profile, mapping: tableMapping.parse(JSON.parse(profile.mapping)) }))
}

export function saveProfile(
  tx: Tx,
  { signature, name, mapping }: { signature: string; name: string; mapping: z.output<typeof tableMapping> },
): { done: true } {
  statementStore.saveProfile(tx, { signature, name, mapping: JSON.stringify(mapping) })
  tx.announce({ kind: 'banking.profileSaved' })
  return { done: true }
}
