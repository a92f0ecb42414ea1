import { connection } from '../db/connection' // breaks: front door
import { open } from '../db'

export const dispatch = [connection, open]
