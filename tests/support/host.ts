/** The host of a company, run in this process as the command line runs it, and a client that speaks HTTP to it. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startHost, type Host } from '../../src/main/edge/host'
import { openCompany } from '../../src/main/rooms'
import { programFolder } from './launch'

export interface RunningHost extends Pick<Host, 'address'> {
  close(): Promise<void>
}

export async function hostCompany(path: string): Promise<RunningHost> {
  const company = openCompany(path, { mode: 'write' })
  const host = await startHost({ company, port: 0, rendererFolder: join(programFolder, 'out/renderer') })
  return {
    address: host.address,
    async close() {
      await host.close()
      company.close()
    },
  }
}

/** Another system, or another browser: it keeps its cookie and calls procedures by their REST address. */
export class HttpClient {
  cookie = ''

  constructor(readonly address: string) {}

  /** `call('sales.confirmOrder', { id })`. Commands get a key of their own. */
  async call(
    procedure: string,
    input: object,
  ): Promise<{ status: number; body: Record<string, unknown>; setCookie: string }> {
    const response = await fetch(`${this.address}/api/${procedure.replace('.', '/')}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: this.cookie },
      body: JSON.stringify(input),
    })
    const setCookie = response.headers.get('set-cookie') ?? ''
    if (setCookie !== '') this.cookie = setCookie.split(';')[0] ?? ''
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, setCookie }
  }

  command(procedure: string, input: object): ReturnType<HttpClient['call']> {
    return this.call(procedure, { ...input, idempotencyKey: randomUUID() })
  }

  signIn(login: string, password: string): ReturnType<HttpClient['call']> {
    return this.command('access.signIn', { login, password, station: 'http' })
  }
}
