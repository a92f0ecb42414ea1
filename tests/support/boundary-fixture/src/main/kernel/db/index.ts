import Database from 'better-sqlite3'
import { now } from '../clock'

export const open = (): unknown => new Database(String(now())).prepare('select 1')
