import { ui } from './ui'

export const refusals = { ui } as const
