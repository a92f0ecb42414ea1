import type { Reader, Tx } from '../db'
import { compiler, statement, type Fact } from '../db'
import type { KernelTables } from './tables'

const db = compiler<KernelTables>()

const findAnswer = statement((p: { key: string }) =>
  db.selectFrom('kernel_answer').where('key', '=', p.key).select(['procedure', 'user_id', 'input_hash', 'answer']),
)

const insertAnswer = statement(
  (p: { key: string; procedure: string; userId: number; inputHash: string; answer: string; at: string }) =>
    db.insertInto('kernel_answer').values({
      key: p.key,
      procedure: p.procedure,
      user_id: p.userId,
      input_hash: p.inputHash,
      answer: p.answer,
      answered_at: p.at,
    }),
)

const insertFact = statement((p: { kind: string; payload: string; at: string }) =>
  db.insertInto('kernel_outbox').values({ kind: p.kind, payload: p.payload, announced_at: p.at }),
)

const factsAfter = statement((p: { after: number; limit: number }) =>
  db.selectFrom('kernel_outbox').where('id', '>', p.after).orderBy('id').limit(p.limit).select(['id', 'kind', 'payload']),
)

const lastFact = statement((_p: object) =>
  db.selectFrom('kernel_outbox').select((e) => e.fn.coalesce(e.fn.max('id'), e.lit(0)).as('id')),
)

const forgetFactsBefore = statement((p: { id: number }) => db.deleteFrom('kernel_outbox').where('id', '<', p.id))

export const kernelStore = {
  findAnswer(reader: Reader, key: string) {
    return findAnswer.first(reader, { key })
  },
  keepAnswer(tx: Tx, answer: { key: string; procedure: string; userId: number; inputHash: string; answer: string }) {
    insertAnswer.run(tx, { ...answer, at: tx.now.toISOString() })
  },
  keepFact(tx: Tx, fact: Fact): void {
    insertFact.run(tx, { kind: fact.kind, payload: JSON.stringify(fact), at: tx.now.toISOString() })
  },
  factsAfter(reader: Reader, after: number, limit: number) {
    return factsAfter.all(reader, { after, limit })
  },
  lastFactId(reader: Reader): number {
    return Number(lastFact.first(reader, {})?.id ?? 0)
  },
  forgetFactsBefore(tx: Tx, id: number): void {
    forgetFactsBefore.run(tx, { id })
  },
}
