import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { decide } from './decide'
import { getInspection, listInspections } from './inspection-queries'
import { addPhoto, getPhoto } from './photos'
import { listPlans, removePlan, savePlan } from './plans'

export const handlers: Handlers<typeof contract.quality> = {
  listPlans: (reader) => listPlans(reader),
  savePlan: (tx, _actor, input) => savePlan(tx, input),
  removePlan: (tx, _actor, input) => removePlan(tx, input),
  listInspections: (reader, _actor, input) => listInspections(reader, input),
  getInspection: (reader, _actor, input) => getInspection(reader, input),
  addPhoto: (tx, actor, input) => addPhoto(tx, actor, input),
  getPhoto: (reader, _actor, input) => getPhoto(reader, input),
  decide: (tx, actor, input) => decide(tx, actor, input),
}
