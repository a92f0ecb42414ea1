import { open } from '../kernel/db'
import { postStock } from '../ledgers/stock' // breaks: floor

export const up = (db: any): unknown => [open, postStock, db.prepare('create table a (b)')]
