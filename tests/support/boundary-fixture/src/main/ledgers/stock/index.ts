import { insertMovement } from './movement-store'
import { thing } from './nowhere' // breaks: unresolved

export const postStock = (): number => insertMovement(thing)
