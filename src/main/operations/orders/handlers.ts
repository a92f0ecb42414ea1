import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { holdRequest, mendRequest, mergeRecent, mergeRequests, unholdRequest } from './queue/arrange'
import { listCarriers, setCarrier } from './queue/carrier-store'
import { getRequest, listQueue, readMessage } from './queue/queue-queries'
import { cancelRequest, releaseOrder } from './queue/release-order'
import { splitRequest } from './queue/split-request'
import { takeOrder, teachWord } from './queue/take-order'
import { checkTable, mappingOf, takeTable } from './queue/take-table'

export const handlers: Handlers<typeof contract.orders> = {
  takeOrder: (tx, actor, input) => takeOrder(tx, actor, input),
  takeMessage: (tx, actor, input) => takeOrder(tx, actor, { ...input, customer: '', release: false }, 'text'),
  readMessage: (reader, _actor, input) => readMessage(reader, input),
  teachWord: (tx, _actor, input) => teachWord(tx, input),
  mapping: (reader, _actor, input) => mappingOf(reader, input),
  checkTable: (reader, _actor, input) => checkTable(reader, input),
  takeTable: (tx, actor, input) => takeTable(tx, actor, input),
  listQueue: (reader, _actor, input) => listQueue(reader, input),
  getRequest: (reader, _actor, input) => getRequest(reader, input),
  mendRequest: (tx, actor, input) => mendRequest(tx, actor, input),
  mergeRequests: (tx, actor, input) => mergeRequests(tx, actor, input),
  mergeRecent: (tx, actor, input) => mergeRecent(tx, actor, input),
  splitRequest: (tx, actor, input) => splitRequest(tx, actor, input),
  listCarriers: (reader) => listCarriers(reader),
  setCarrier: (tx, _actor, input) => setCarrier(tx, input),
  holdRequest: (tx, actor, input) => holdRequest(tx, actor, input),
  unholdRequest: (tx, actor, input) => unholdRequest(tx, actor, input),
  releaseOrder: (tx, actor, input) => releaseOrder(tx, actor, input),
  cancelRequest: (tx, actor, input) => cancelRequest(tx, actor, input),
}
