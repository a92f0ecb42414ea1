/**
 * The journal for other programs: hledger text and CSV, streamed in bounded memory. Reads published views only, owns no
 * table and writes nothing.
 */
import type { Reader } from '../../kernel/db'
import { csvJournal } from './csv'
import { hledgerJournal } from './hledger'

export type JournalFormat = 'hledger' | 'csv'

/** Pieces of text, in order; together they are the file. What is posted while they are read is left out. */
export function exportJournal(reader: Reader, format: JournalFormat): Generator<string> {
  return format === 'hledger' ? hledgerJournal(reader) : csvJournal(reader)
}
