import { sql } from 'kysely'

export const insertMovement = (db: any): number => db.insertInto('stock_movement').values(sql`1`)
