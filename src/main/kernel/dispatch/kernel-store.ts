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
  db
    .selectFrom('kernel_outbox')
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit)
    .select(['id', 'kind', 'payload']),
)

const lastFact = statement((_p: object) =>
  db.selectFrom('kernel_outbox').select((e) => e.fn.coalesce(e.fn.max('id'), e.lit(0)).as('id')),
)

// Ids ascend with time: the inner query walks the old rows only and stops at the first one to keep.
const forgetFacts = statement((p: { before: string }) =>
  db
    .deleteFrom('kernel_outbox')
    .where('id', '<', (e) =>
      e.selectFrom('kernel_outbox').select('id').where('announced_at', '>=', p.before).orderBy('id').limit(e.lit(1)),
    ),
)

const forgetAnswers = statement((p: { before: string }) =>
  db
    .deleteFrom('kernel_answer')
    .where('id', '<', (e) =>
      e.selectFrom('kernel_answer').select('id').where('answered_at', '>=', p.before).orderBy('id').limit(e.lit(1)),
    ),
)

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
  /** Forgets facts and answers from before an instant, all but the newest row at least. */
  forgetBefore(tx: Tx, before: string): void {
    forgetFacts.run(tx, { before })
    forgetAnswers.run(tx, { before })
  },
}
