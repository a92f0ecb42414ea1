import { existsSync, mkdirSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { localDate } from '../../../shared/values/date'
import { CompanyFile } from '../../kernel/db'
import { createCompanyFile, openCompany } from '../../rooms'
import { createDemo, firstDayOf } from '../demo'
import { startHost } from '../host'
import { FullCheck, startSchedule } from '../schedule'
import { HeavyReader } from '../wire'
import { driveDevices } from './host-devices'

/** How many days a demonstration company has behind it when it is first opened. */
const DEMO_DAYS = 30

export interface ServeOptions {
  readonly port: number
  readonly demo?: boolean
  /** Where this program's built files are. */
  readonly programFolder: URL
  readonly onDay: (done: number, total: number) => void
}

export interface Served {
  readonly description: { readonly address: string; readonly company: string; readonly isDemo: boolean }
  /** Settles when the person has stopped it (Ctrl+C, or the end of the process that started it). */
  readonly ended: Promise<void>
}

/** Serves a company to browsers on this machine until it is told to stop; makes the file where there is none. */
export async function serveCompany(path: string | undefined, options: ServeOptions): Promise<Served> {
  const isDemo = options.demo === true
  const companyPath = path ?? join(personalFolder(), isDemo ? 'demo.kontor' : 'company.kontor')
  mkdirSync(dirname(companyPath), { recursive: true })
  if (!CompanyFile.exists(companyPath)) {
    const firstDay = firstDayOf(DEMO_DAYS, localDate(new Date()))
    if (isDemo) await createDemo(companyPath, { days: DEMO_DAYS, firstDay, onDay: options.onDay })
    else createCompanyFile(companyPath)
  }
  const company = openCompany(companyPath, { mode: 'write' })
  const script = new URL('reader.js', options.programFolder)
  const heavyReader = existsSync(script) ? new HeavyReader(companyPath, script) : undefined
  const host = await startHost({
    company,
    heavyReader,
    rendererFolder: fileURLToPath(new URL('../renderer', options.programFolder)),
    port: options.port,
  }).catch((error: unknown) => {
    company.close()
    throw error
  })
  const stopSchedule = startSchedule(company)
  const devicesScript = new URL('devices.js', options.programFolder)
  const devices = existsSync(devicesScript) ? driveDevices(company, devicesScript, hostname()) : undefined
  const fullCheck = existsSync(script) ? new FullCheck(company, { script }) : undefined
  const ended = (async () => {
    await stopAsked()
    stopSchedule()
    await fullCheck?.stop()
    devices?.stop()
    await host.close()
    await heavyReader?.close()
    company.close()
  })()
  return { description: { address: host.address, company: companyPath, isDemo }, ended }
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

/** The folder of a person's own program data, the same that the window uses. */
function personalFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env
  if (process.platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'kontor')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'kontor')
  return join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'kontor')
}
