import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../shared/errors'
import type { HeavyReply, HeavyRequest } from './edge/wire'
import { openCompany } from './rooms'

// A worker thread for long reads: same rooms, read-only connection.
const { companyPath } = workerData as { companyPath: string }
const company = openCompany(companyPath, { mode: 'read' })

parentPort?.on('message', ({ id, actor, name, input }: HeavyRequest) => {
  let reply: HeavyReply
  try {
    reply = { id, answer: company.dispatcher.call(actor, name, input) }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('app.unexpected', { reference: 'reader' })
    reply = { id, refusal: refusal.toData() }
  }
  parentPort?.postMessage(reply)
})
