/** `kontor simulate`: devices for people without hardware, as they would start them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { printBytes, renderLabel } from '../../src/main/kernel/label'
import { printerLanguage } from '../../src/shared/devices/profile'
import { labelTemplates } from '../../src/shared/labels/templates'
import { bundle } from '../support/bundle'
import { device, isState, scansOf, startDevices, tagsOf } from '../support/devices'

const folder = mkdtempSync(join(tmpdir(), 'kontor-simulate-'))
const running: ChildProcess[] = []
let program: string

beforeAll(async () => {
  program = await bundle('src/main/cli.ts')
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function simulate(...parts: string[]) {
  const child = spawn(process.execPath, [program, 'simulate', ...parts, '--json'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.push(child)
  const line = await new Promise<string>((done) => child.stdout.once('data', (data: Buffer) => done(data.toString())))
  const { address } = JSON.parse(line) as { address: string }
  return { address, type: (text: string) => void child.stdin.write(`${text}\n`) }
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('never')
}

describe('a simulated printer', () => {
  // A printer of the system draws pages and has no language.
  test.each(printerLanguage.exclude(['pdf']).options)(
    'that speaks %s saves a picture of the label',
    async (language) => {
      const save = join(folder, language)
      const { address } = await simulate('printer', '--tcp', '0', '--language', language, '--save', save)
      const [host = '', port = ''] = address.split(':')
      const template = labelTemplates.find(({ use }) => use === 'test')
      if (template === undefined) throw new Error('no template')
      const page = renderLabel(template, { printer: 'P', settings: '203 dpi' }, 203)
      const socket = connect(Number(port), host)
      socket.write(printBytes(language, page, { copies: 1, gapMillimetres: 2, shiftXDots: 0, shiftYDots: 0 }))
      const path = join(save, 'label-001.png')
      await until(() => existsSync(path))
      const png = readFileSync(path)
      expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(page.width)
      socket.destroy()
    },
  )

  test('answers what it is asked, and has the faults that are typed', async () => {
    const { address, type } = await simulate('printer', '--tcp', '0', '--save', folder)
    const [host = '', port = ''] = address.split(':')
    const socket = connect(Number(port), host)
    let heard = ''
    socket.on('data', (bytes) => void (heard += bytes.toString('latin1')))
    const ask = setInterval(() => socket.write('~HS'), 100)
    await until(() => heard.includes('\u0002030,0,0,'))
    type('paper')
    await until(() => heard.includes('\u0002030,1,0,'))
    clearInterval(ask)
    socket.destroy()
  })
})

test('a port that cannot be had is told, and a file in its place stays', async () => {
  const file = join(folder, 'precious.txt')
  writeFileSync(file, 'not a port')
  const said = (...parts: string[]) => spawnSync(process.execPath, [program, 'simulate', ...parts, '--lang', 'en'])
  const onFile = said('scale', '--pty', file)
  expect([onFile.status, onFile.stderr.toString()]).toEqual([2, expect.stringContaining('cannot be made')])
  expect(readFileSync(file, 'utf8')).toBe('not a port')
  const { address } = await simulate('printer', '--tcp', '0', '--save', folder)
  const busy = said('printer', '--tcp', address.split(':')[1] ?? '')
  expect([busy.status, busy.stderr.toString()]).toEqual([2, expect.stringContaining('Choose another one with --tcp')])
})

test('a simulated scanner, a scale and a reader of tags reach the devices process', async () => {
  const scanner = await simulate('scanner', '--pty', join(folder, 'scanner'))
  const scale = await simulate('scale', '--tcp', '0', '--protocol', 'ohaus')
  const rfid = await simulate('rfid', '--tcp', '0')
  const tcp = (address: string) => {
    const [host = '', port = ''] = address.split(':')
    return { transport: 'tcp', host, port: Number(port) } as const
  }
  const devices = await startDevices()
  await devices.client.use({
    devices: [
      device(1, 'scanner-serial', { transport: 'serial', path: scanner.address }),
      device(2, 'ohaus', tcp(scale.address)),
      device(3, 'rfid-a0', tcp(rfid.address)),
    ],
  })
  for (const id of [1, 2, 3]) await devices.until(isState(id, 'ready'))
  scanner.type('0106901234567892{GS}10L1')
  scale.type('1250')
  rfid.type('3074257BF7194E4000001A85')
  await devices.settled(() => scansOf(devices.events, 1).includes('0106901234567892\u001d10L1'), 'a scan')
  await devices.settled(() => tagsOf(devices.events, 3).includes('3074257BF7194E4000001A85'), 'a tag')
  await devices.settled(
    () => devices.events.some((event) => event.kind === 'weight' && event.reading.weight?.value === 1250),
    'a weight',
  )
  await devices.close()
})
