import { rooms } from '../../rooms'
import { bins } from '../warehouse/bin-store'

export const tested = [rooms, bins]
