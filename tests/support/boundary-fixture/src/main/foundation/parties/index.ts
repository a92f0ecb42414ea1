import { roomCalls } from '../../rooms' // breaks: floor
import { dialog } from 'electron' // breaks: electron

export type Party = typeof roomCalls | typeof dialog
