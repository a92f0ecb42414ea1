import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { addSchedule, getSchedule, listSchedules, resumeSchedule, stopSchedule } from './schedules'

export const handlers: Handlers<typeof contract.prepaid> = {
  add: (tx, actor, input) => addSchedule(tx, actor, input),
  stop: (tx, actor, input) => stopSchedule(tx, actor, input),
  resume: (tx, _actor, input) => resumeSchedule(tx, input.id),
  list: (reader, _actor, input) => listSchedules(reader, input),
  get: (reader, _actor, input) => getSchedule(reader, input.id),
}
