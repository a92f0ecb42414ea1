import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { getBlind, listBlind } from './blind/blind-queries'
import { cancelBlind, keepUnordered, matchBlind, saveBlind } from './blind/blind-arrivals'
import { expectedUnit, getNotice, listNotices } from './notices/notice-queries'
import { receiveUnit } from './notices/receive-unit'
import { cancelNotice, saveNotice } from './notices/save-notice'
import { receiveIntoUnits } from './receive-into-units'

export const handlers: Handlers<typeof contract.arrivals> = {
  saveNotice: (tx, actor, input) => saveNotice(tx, actor, input),
  cancelNotice: (tx, _actor, input) => cancelNotice(tx, input),
  listNotices: (reader, _actor, input) => listNotices(reader, input),
  getNotice: (reader, _actor, input) => getNotice(reader, input),
  expectedUnit: (reader, _actor, input) => expectedUnit(reader, input),
  receiveUnit: (tx, actor, input) => receiveUnit(tx, actor, input),
  receiveIntoUnits: (tx, actor, input) => receiveIntoUnits(tx, actor, input),
  saveBlind: (tx, actor, input) => saveBlind(tx, actor, input),
  matchBlind: (tx, actor, input) => matchBlind(tx, actor, input),
  keepUnordered: (tx, actor, input) => keepUnordered(tx, actor, input),
  cancelBlind: (tx, _actor, input) => cancelBlind(tx, input),
  listBlind: (reader, _actor, input) => listBlind(reader, input),
  getBlind: (reader, _actor, input) => getBlind(reader, input),
}
