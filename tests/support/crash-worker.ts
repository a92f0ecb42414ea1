/**
 * A process at one kind of work, over and over, to be killed: it says on standard output what it begins, and what it
 * has done only when that has returned.
 *
 *   node crash-worker.mjs migrate|backup|restore|update <folder> <run>
 */
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { backUpCompany, chooseSnapshot, clearUp, openTarget, restoreCompany, Vault } from '../../src/main/edge/backup'
import { WayBack } from '../../src/main/edge/updates/way-back'
import { commandLineActor } from '../../src/main/foundation/access'
import { openCompany } from '../../src/main/rooms'

const [, , work = '', folder = '', run = '0'] = process.argv
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`)
const target = openTarget(pathToFileURL(join(folder, 'vault')).href)
const recoveryKey = process.env['CRASH_RECOVERY_KEY'] ?? ''
const KEEP_FEW = { hourly: 1, daily: 1, weekly: 1, monthly: 1 }

/** Whole at once, as a file that was always there. */
function place(from: string, to: string): void {
  copyFileSync(from, `${to}.placing`)
  renameSync(`${to}.placing`, to)
}

function migrate(at: number): object {
  const company = join(folder, `${run}-${at}.kontor`)
  place(join(folder, 'old.kontor'), company)
  say({ begun: company })
  openCompany(company, { mode: 'write' }).close()
  return { company }
}

async function backUp(at: number): Promise<object> {
  const companyPath = join(folder, 'company.kontor')
  const company = openCompany(companyPath, { mode: 'write' })
  const name = `Company ${run}-${at}`
  company.dispatcher.call(commandLineActor('crash'), 'company.rename', { name, idempotencyKey: name })
  company.close()
  say({ begun: name })
  const vault = await Vault.open(target, { recoveryKey })
  const snapshot = await backUpCompany(vault, { companyPath, host: 'desk', program: 'test' })
  say({ stored: snapshot.name, name })
  // Everything of the last two hours stays, so that the clearing up has work only seen from later.
  if (at % 2 === 1) await clearUp(vault, KEEP_FEW, new Date(Date.now() + 86_400_000), 'desk')
  return { name }
}

async function restore(at: number): Promise<object> {
  const to = join(folder, `${run}-${at}.kontor`)
  say({ begun: to })
  const vault = await Vault.open(target, { recoveryKey })
  await restoreCompany(vault, chooseSnapshot((await vault.snapshots()).readable, {}), to)
  return { company: to }
}

/** Backup, the way back, the new program in the place of the old one, its first start; every second fails and returns. */
async function update(at: number): Promise<object> {
  const place0 = join(folder, `${run}-${at}`)
  mkdirSync(place0)
  const companyPath = join(place0, 'company.kontor')
  const appImage = join(place0, 'Kontor.AppImage')
  place(join(folder, 'old.AppImage'), appImage)
  place(join(folder, 'old.kontor'), companyPath)
  say({ begun: place0 })
  const vault = await Vault.open(target, { recoveryKey })
  const snapshot = await backUpCompany(vault, { companyPath, host: 'desk', program: 'test' })
  say({ stored: snapshot.name })
  const updates = join(place0, 'updates')
  new WayBack(updates, '1.0.0', appImage).expect('1.1.0')
  place(join(folder, 'new.AppImage'), appImage)
  const start = (): WayBack => {
    const wayBack = new WayBack(updates, '1.1.0', appImage)
    if (wayBack.begin()) wayBack.go()
    return wayBack
  }
  if (at % 2 === 1) {
    // It died three times; the fourth start brings the old one back.
    for (let starts = 0; starts < 4; starts += 1) start()
    if (!readFileSync(appImage).equals(readFileSync(join(folder, 'old.AppImage')))) throw new Error('no way back')
    return { place: place0, program: 'old' }
  }
  const wayBack = start()
  openCompany(companyPath, { mode: 'write' }).close()
  wayBack.arrive()
  return { place: place0, program: 'new' }
}

const works: Record<string, (at: number) => object | Promise<object>> = { migrate, backup: backUp, restore, update }
const step = works[work]
if (step === undefined) throw new Error(`no work is called ${work}`)
for (let at = 0; ; at += 1) say({ done: await step(at) })
