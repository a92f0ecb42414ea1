import type { refusals as en } from '../../en/refusals'
import type { SameKeys } from '../../same-keys'
import { ui } from './ui'

export const refusals: SameKeys<typeof en> = { ui }
