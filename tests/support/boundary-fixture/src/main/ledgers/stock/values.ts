import { sql } from 'kysely'
import type Database from 'better-sqlite3' // breaks: sql

export const value = (db: any): number => db.selectFrom('stock_movement').execute() // breaks: sql
export const raw = sql`select 1` // breaks: sql
export const prepared = (db: Database.Database): unknown => db.prepare('select 1') // breaks: sql
export const text = (db: any): unknown => db.all('SELECT 1 FROM stock_movement') // breaks: sql
export const template = (db: any, id: number): unknown => db.all(`DELETE FROM stock_movement WHERE id = ${id}`) // breaks: sql
