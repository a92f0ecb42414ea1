/**
 * Kontor for a browser: the same page, procedures and sign-in over HTTP, loopback only. `/rpc` for the page, `/api` and
 * `/api/openapi.json` for other systems. Owns no table.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../../shared/contracts'
import { log } from '../../kernel/log'
import { rendererFile } from '../../kernel/renderer-files'
import type { Company } from '../../rooms'
import { Connection, wireRouter, type HeavyReader } from '../wire'
import { tokenInCookie } from './session-cookie'

const LOOPBACK = '127.0.0.1'
const LARGEST_BODY_BYTES = 8 * 1024 * 1024

export interface HostOptions {
  readonly company: Company
  readonly heavyReader?: HeavyReader | undefined
  readonly rendererFolder: string
  /** 0 = any free port */
  readonly port: number
}

export interface Host {
  readonly address: string
  close(): Promise<void>
}

export async function startHost(options: HostOptions): Promise<Host> {
  const router = wireRouter()
  const plugins = [new BodyLimitPlugin<{ connection: Connection }>({ maxBodySize: LARGEST_BODY_BYTES })]
  const handlers = { rpc: new RPCHandler(router, { plugins }), api: new OpenAPIHandler(router, { plugins }) }
  const document = await openApiDocument()
  const server = createServer((request, response) => {
    answer(options, handlers, document, request, response).catch((error: unknown) => {
      log.error({ err: error }, 'a request failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, LOOPBACK, resolve)
  })
  const { port } = server.address() as AddressInfo
  return { address: `http://${LOOPBACK}:${port}`, close: () => closeServer(server) }
}

type WireHandlers = { rpc: RPCHandler<{ connection: Connection }>; api: OpenAPIHandler<{ connection: Connection }> }

async function answer(
  options: HostOptions,
  handlers: WireHandlers,
  document: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnOrigin(request)) return plain(response, 403, 'This address may not be used from another site.')
  const path = new URL(request.url ?? '/', 'http://host').pathname
  if (path === '/api/openapi.json') return send(response, 200, 'application/json', document)
  if (path.startsWith('/rpc/') || path.startsWith('/api/')) {
    const connection = new Connection(options.company, options.heavyReader, tokenInCookie(request, response), 'browser')
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    const handler = path.startsWith('/rpc/') ? handlers.rpc : handlers.api
    const prefix = path.startsWith('/rpc/') ? '/rpc' : '/api'
    const { matched } = await handler.handle(request, response, { prefix, context: { connection } })
    return matched ? undefined : plain(response, 404, 'There is no such procedure.')
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'Only GET.')
  const file = await rendererFile(options.rendererFolder, path)
  if (file === undefined) return plain(response, 404, 'There is no such page.')
  response.writeHead(200, file.headers)
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/**
 * A browser names the page that a request comes from; only our own may call. The Host header must be a loopback name
 * as well, so that a foreign name pointed at this address (DNS rebinding) is refused.
 */
function isOwnOrigin(request: IncomingMessage): boolean {
  const host = request.headers.host ?? ''
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false
  const { origin } = request.headers
  return origin === undefined || origin === `http://${host}`
}

async function openApiDocument(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Kontor', version: '1' },
    servers: [{ url: '/api' }],
  })
  return JSON.stringify(document)
}

function plain(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain; charset=utf-8', text)
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
  response.end(body)
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
