import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { contract } from './index'

/** What an open screen hears: the kinds of facts since the last word. */
export const change = z.object({ kinds: z.array(z.string()) })

/** What travels over MessagePort and HTTP: the business procedures and the stream of changes. */
export const wireContract = {
  ...contract,
  live: {
    watch: oc.output(eventIterator(change)),
  },
}
export type WireContract = typeof wireContract
