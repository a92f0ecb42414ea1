import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import {
  backUpCompany,
  Keeper,
  LookUp,
  openOrMake,
  openTarget,
  restoreCompany,
  Vault,
} from '../../src/main/edge/backup'
import { openCompany } from '../../src/main/rooms'
import { RIGHTS } from '../../src/shared/contracts/procedure'
import { profiles } from '../../src/shared/devices/profiles'
import { openTestCompany } from '../support/company'
import { addSupplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

const folder = mkdtempSync(join(tmpdir(), 'kontor-look-up-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const PASSPHRASE = 'five slow barges'

function keeperOf(companyPath: string, url: string, beside: readonly { path: string; file: string }[] = []): Keeper {
  const keeper = new Keeper({
    companyPath,
    host: 'desk',
    program: 'test',
    beside,
    memoryPath: join(folder, 'memory.json'),
    onState: () => undefined,
  })
  const target = { id: 't', url, everyMinutes: 15, limitKilobytes: 0, recoveryConfirmed: true, user: '', secret: '' }
  keeper.setTargets([{ ...target, passphrase: PASSPHRASE }])
  return keeper
}

const looks = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`kontor-look-${process.pid}-`))

it('finds what was lost since, with the rights of whoever looks, and leaves no file behind', async () => {
  const company = openTestCompany()
  const supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  const item = company.owner.items.getItem({ id: supplies.bolt.id })
  const url = pathToFileURL(join(folder, 'vault')).href
  await openOrMake({ url, user: '', secret: '' }, PASSPHRASE)
  const keeper = keeperOf(company.path, url)
  await keeper.backUp('t')
  const [snapshot] = await keeper.snapshotsOf('t')
  const name = snapshot?.name ?? ''
  company.owner.parties.archivePartner({ id: supplies.customerId })

  const lookUp = new LookUp((id, wanted, to) => keeper.fetch(id, wanted, to))
  const hits = await lookUp.find('t', name, 'Corner', RIGHTS)
  expect(hits).toMatchObject([{ kind: 'parties.partner', id: supplies.customerId }])
  expect(await lookUp.read('t', name, 'parties.partner', supplies.customerId, RIGHTS)).toMatchObject({
    name: 'Corner Shop',
    address: '',
  })
  const orders = await lookUp.find('t', name, company.owner.purchasing.getOrder({ id: 1 }).number ?? '', RIGHTS)
  expect(orders.map(({ kind }) => kind)).toContain('purchasing.order')
  expect(await lookUp.read('t', name, 'purchasing.order', 1, RIGHTS)).toMatchObject({ lines: [{}] })

  const masked = await lookUp.read('t', name, 'items.item', supplies.bolt.id, ['signedIn', 'items.read'])
  expect(item.purchasePriceMicro).toBeGreaterThan(0)
  expect((masked as { purchasePriceMicro: unknown }).purchasePriceMicro).toBeNull()
  await expect(lookUp.read('t', name, 'items.item', supplies.bolt.id, ['signedIn'])).rejects.toThrow('rightMissing')
  expect(looks().length).toBe(1)
  lookUp.end()
  expect(looks()).toEqual([])
  company.close()
}, 60_000)

it('looks into a company of an older version too', async () => {
  const path = join(folder, 'old.kontor')
  writeFileSync(path, gunzipSync(readFileSync(join(import.meta.dirname, '../support/older-files/27-steps.kontor.gz'))))
  const url = pathToFileURL(join(folder, 'old vault')).href
  const target = openTarget(url)
  const { vault } = await Vault.create(target, PASSPHRASE)
  const { name } = await backUpCompany(vault, { companyPath: path, host: 'desk', program: 'test' })
  const keeper = keeperOf(path, url)
  const lookUp = new LookUp((id, wanted, to) => keeper.fetch(id, wanted, to))
  expect((await lookUp.find('t', name, 'PO-', RIGHTS)).length).toBeGreaterThan(0)
  lookUp.end()
}, 60_000)

it('a restored company brings its stations, profiles of its own and the settings beside it along', async () => {
  const company = openTestCompany()
  const original = profiles.find(({ role }) => role === 'scale')
  if (original === undefined) throw new Error('no scale')
  const profile = { ...original, id: 'own-scale', name: 'Our own scale' }
  const address = { transport: 'tcp', host: '127.0.0.1', port: 4001 } as const
  company.owner.devices.addDevice({
    station: 'packing desk',
    name: 'Scale',
    profile: { ...profile, transports: ['tcp'] },
    address,
    settings: {},
    workplace: '',
  } as never)
  const settings = join(folder, 'places.json')
  writeFileSync(settings, '["file:///D:/Kontor"]')
  const url = pathToFileURL(join(folder, 'beside vault')).href
  await openOrMake({ url, user: '', secret: '' }, PASSPHRASE)
  const keeper = keeperOf(company.path, url, [
    { path: 'settings/backup-places.json', file: settings },
    { path: 'settings/none.json', file: join(folder, 'none.json') },
  ])
  await keeper.backUp('t')
  const target = openTarget(url)
  const vault = await Vault.open(target, { passphrase: PASSPHRASE })
  const [snapshot] = (await vault.snapshots()).readable
  if (snapshot === undefined) throw new Error('no snapshot')
  const to = join(folder, 'restored.kontor')
  await restoreCompany(vault, snapshot, to)
  expect(readFileSync(`${to}.beside/settings/backup-places.json`, 'utf8')).toBe('["file:///D:/Kontor"]')
  const restored = openCompany(to, { mode: 'read' })
  const devices = (reader: typeof restored) =>
    reader.file.reader.all('SELECT station, name, profile, address FROM devices_device')
  expect(devices(restored)).toEqual(devices(company.company))
  expect(JSON.stringify(devices(restored))).toContain('Our own scale')
  restored.close()
  // What was brought already stays; what stands there and is another's is refused.
  rmSync(to)
  await restoreCompany(vault, snapshot, to)
  rmSync(to)
  writeFileSync(`${to}.beside/settings/backup-places.json`, '[]')
  await expect(restoreCompany(vault, snapshot, to)).rejects.toMatchObject({ code: 'company.fileExists' })
  expect(existsSync(to)).toBe(false)
  company.close()
}, 60_000)
