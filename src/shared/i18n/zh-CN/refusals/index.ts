import type { refusals as en } from '../../en/refusals'
import type { SameKeys } from '../../same-keys'
import { ui } from './ui'
import { app } from './app'
import { company } from './company'
import { access } from './access'
import { parties } from './parties'
import { items } from './items'

export const refusals: SameKeys<typeof en> = {
  ui,
  app,
  company,
  access,
  parties,
  items,
}
