import { now } from '../../main/kernel/clock' // breaks: side
import { hash } from 'node:crypto' // breaks: side
import { z } from 'zod'

export const money = [now, hash, z]
