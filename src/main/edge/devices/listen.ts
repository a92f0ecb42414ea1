import type { DeviceAddress } from '../../../shared/devices/device'
import type { Heard } from '../../../shared/devices/contract'
import { bytesOf, textOfBytes, type ScaleProfile, type SerialSettings } from '../../../shared/devices/profile'
import { profiles } from '../../../shared/devices/profiles'
import { joined } from './framing'
import { scaleCodec } from './scales'
import { openWire } from './transports'

/** What scales and scanners are usually set to, the commonest first. */
const USUAL: readonly SerialSettings[] = [
  { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' },
  { baudRate: 9600, dataBits: 7, parity: 'even', stopBits: 1, flow: 'none' },
  { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' },
  { baudRate: 4800, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' },
  { baudRate: 2400, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' },
]

const scales = profiles.filter((profile): profile is ScaleProfile => profile.role === 'scale')

/**
 * Who speaks there? First without a word of our own; then the scales that speak only when asked are asked, one after the
 * other. Nothing is sent that a printer would print.
 */
export async function listenTo(address: DeviceAddress, milliseconds: number): Promise<Heard> {
  const settings = address.transport === 'serial' ? USUAL : [undefined]
  let all = ''
  for (const serial of settings) {
    const heard = await hear(address, serial, milliseconds / settings.length, undefined)
    if (heard.length === 0) continue
    all ||= textOfBytes(heard)
    const profileIds = recognised(heard)
    if (profileIds.length > 0) return { text: textOfBytes(heard), profileIds, serial: serial ?? null }
  }
  if (all === '') {
    for (const profile of scales) {
      if (profile.poll === undefined || !profile.transports.includes(address.transport)) continue
      const heard = await hear(address, profile.serial, 400, profile)
      all ||= textOfBytes(heard)
      if (framesIn(profile, heard) > 0)
        return { text: textOfBytes(heard), profileIds: [profile.id], serial: profile.serial }
    }
  }
  return { text: all, profileIds: [], serial: null }
}

async function hear(
  address: DeviceAddress,
  serial: SerialSettings | undefined,
  milliseconds: number,
  asked: ScaleProfile | undefined,
): Promise<Uint8Array> {
  let heard: Uint8Array = new Uint8Array(0)
  const [any] = scales
  const profile = asked ?? any
  if (profile === undefined) return heard
  const wire = await openWire(
    { address, profile, settings: serial === undefined ? {} : { serial } },
    {
      onData(bytes) {
        heard = joined(heard, bytes)
        const { handshake } = asked ?? {}
        if (handshake !== undefined && bytes.includes(bytesOf(handshake.when)[0] ?? -1)) {
          void wire.write(bytesOf(handshake.bytes)).catch(() => undefined)
        }
      },
      onGone: () => undefined,
    },
  )
  try {
    if (asked?.poll !== undefined) await wire.write(bytesOf(asked.poll.bytes))
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
  } finally {
    await wire.close()
  }
  return heard
}

/** Profiles that read frames in what was heard, most of it first. */
export function recognised(heard: Uint8Array): string[] {
  return scales
    .map((profile) => ({ id: profile.id, frames: framesIn(profile, heard) }))
    .filter(({ frames }) => frames > 0)
    .toSorted((a, b) => b.frames - a.frames)
    .map(({ id }) => id)
}

function framesIn(profile: ScaleProfile, heard: Uint8Array): number {
  if (profile.codec === 'scale-hid') return 0
  return scaleCodec(profile)
    .feed(heard)
    .filter((said) => said.kind === 'frame').length
}
