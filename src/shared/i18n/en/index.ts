import { app } from './app'
import { cli } from './cli'
import { refusals } from './refusals'
import { ui } from './ui'
import { access } from './access'
import { reports } from './reports'

export const en = {
  app,
  cli,
  refusals,
  ui,
  access,
  reports,
} as const
