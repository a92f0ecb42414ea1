import { plan } from '../warehouse'
import { bins } from '../warehouse/bin-store' // breaks: front door
import { ping } from '../ping' // breaks: sideways
import { insertMovement } from '../../ledgers/stock/movement-store' // breaks: front door
import { start } from '../../edge/host' // breaks: floor
import { App } from '../../../renderer/app/app' // breaks: side
import { money } from '../../../shared/values/money'

export type SalesOrder = typeof plan | typeof bins | typeof ping | typeof insertMovement | typeof start | typeof App | typeof money
export const later = (): unknown => import('../ping/secret') // breaks: front door, sideways
export type Hidden = import('../ping/secret').Secret // breaks: front door, sideways
