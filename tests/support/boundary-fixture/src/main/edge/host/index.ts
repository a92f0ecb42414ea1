import { rooms } from '../../rooms'
import { main } from '../../index' // breaks: floor

export const start = (...given: unknown[]): unknown => [rooms, main, given]
