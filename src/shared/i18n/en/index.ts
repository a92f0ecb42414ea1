import { app } from './app'
import { refusals } from './refusals'
import { ui } from './ui'

export const en = { app, refusals, ui } as const
