import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTarget } from '../../src/main/edge/backup'
import { startS3, type RealServer } from '../support/real-servers'

const folder = mkdtempSync(join(tmpdir(), 'kontor-lock-'))
let server: RealServer
/** until when each object is locked, by its name */
const locks = new Map<string, string>()

/**
 * Before the S3 server, which knows no lock: what Amazon does with one. A lock without the checksum of what is locked is
 * refused, https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 */
const bucket = createServer((asked, answer) => {
  const parts: Buffer[] = []
  asked.on('data', (part: Buffer) => parts.push(part))
  asked.on('end', () => {
    const body = Buffer.concat(parts)
    const { 'x-amz-object-lock-mode': mode, 'x-amz-object-lock-retain-until-date': until, ...headers } = asked.headers
    if (mode !== undefined) {
      const sum = createHash('md5').update(body).digest('base64')
      if (mode !== 'COMPLIANCE' || typeof until !== 'string' || headers['content-md5'] !== sum) {
        answer.writeHead(400).end('<Error><Code>InvalidRequest</Code></Error>')
        return
      }
      locks.set(decodeURIComponent(new URL(asked.url ?? '', 'http://x').pathname), until)
    }
    const { hostname, port } = new URL(decodeURIComponent(/endpoint=([^&]+)/.exec(server.url)?.[1] ?? ''))
    const onward = request({ hostname, port, method: asked.method, path: asked.url, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 500, reply.headers)
      reply.pipe(answer)
    })
    onward.end(body)
  })
})

beforeAll(async () => {
  server = await startS3(folder)
  await new Promise<void>((ready) => bucket.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  bucket.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a bucket with object lock', () => {
  it('is told to keep every object for the days that were asked for, but not who holds the place', async () => {
    const { port } = bucket.address() as AddressInfo
    const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`)
    const target = openTarget(`s3://S3RVER:S3RVER@company-backups/kontor?endpoint=${endpoint}&lockDays=30`)
    const begun = Date.now()
    await target.put('packs/one', Buffer.from('what nobody may remove'))
    await target.put('claims/here', Buffer.from('this PC'))
    expect((await target.get('packs/one'))?.toString()).toBe('what nobody may remove')
    expect([...locks.keys()]).toEqual(['/company-backups/kontor/packs/one'])
    const days = (Date.parse([...locks.values()][0] ?? '') - begun) / 86_400_000
    expect(days).toBeGreaterThan(29.99)
    expect(days).toBeLessThan(30.01)
    await target.close()
  })
})
