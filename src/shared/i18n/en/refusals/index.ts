import { ui } from './ui'
import { app } from './app'
import { company } from './company'
import { access } from './access'
import { parties } from './parties'
import { items } from './items'

export const refusals = {
  ui,
  app,
  company,
  access,
  parties,
  items,
} as const
