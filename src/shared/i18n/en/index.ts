import { app } from './app'
import { cli } from './cli'
import { refusals } from './refusals'
import { ui } from './ui'

export const en = { app, cli, refusals, ui } as const
