import { execFile } from 'node:child_process'
import { arch, release, userInfo } from 'node:os'
import { promisify } from 'node:util'
import type { Hub } from './hub'
import { findDevices } from './find'
import { whereOf } from './transports'

const run = promisify(execFile)

/** What somebody far away needs to see: the system, what is plugged in, what is used and how it is. No business data. */
export async function diagnostics(hub: Hub): Promise<string> {
  const states = new Map(hub.states().map((state) => [state.deviceId, state]))
  const found = await findDevices()
  return [
    `${process.platform} ${release()} ${arch()}, node ${process.versions.node}`,
    ...(process.platform === 'linux' ? [`user ${userInfo().username}, groups ${await groups()}`] : []),
    '',
    'plugged in',
    ...found.map(
      ({ address, name, profileIds, trouble }) =>
        `  ${address.transport} ${whereOf(address)} ${name} ${identity(address)} [${profileIds.join(' ')}] ${trouble?.code ?? ''}`,
    ),
    '',
    'used here',
    ...hub.devices().map(({ id, name, profile, address, settings }) => {
      const state = states.get(id)
      const parts = [id, name, profile.id, address.transport, whereOf(address), state?.link, state?.trouble?.code]
      return `  ${parts.filter((part) => part !== undefined).join(' ')} ${JSON.stringify(settings)}`
    }),
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}

function identity(address: Parameters<typeof whereOf>[0]): string {
  if (!('vendorId' in address) || address.vendorId === null) return ''
  const hex = (value: number | null): string => (value ?? 0).toString(16).padStart(4, '0')
  return `${hex(address.vendorId)}:${hex(address.productId)} ${address.serialNumber}`
}

async function groups(): Promise<string> {
  try {
    return (await run('id', ['-Gn'])).stdout.trim()
  } catch {
    return 'unknown'
  }
}
