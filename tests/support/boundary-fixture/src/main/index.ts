import { app } from 'electron'
import { rooms } from './rooms'
import { start } from './edge/host'

start(app, rooms)
