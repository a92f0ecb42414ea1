import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { pay, reversePayment } from './pay'
import { postRun, reverseRun } from './post-run'
import { getPayment, getRun, listRuns } from './read-runs'

export const handlers: Handlers<typeof contract.payroll> = {
  postRun: (tx, actor, input) => postRun(tx, actor, input),
  listRuns: (reader, _actor, input) => listRuns(reader, input),
  getRun: (reader, _actor, input) => getRun(reader, input.id),
  reverseRun: (tx, actor, input) => reverseRun(tx, actor, input),
  pay: (tx, actor, input) => pay(tx, actor, input),
  getPayment: (reader, _actor, input) => getPayment(reader, input.id),
  reversePayment: (tx, actor, input) => reversePayment(tx, actor, input),
}
