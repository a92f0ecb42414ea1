// The fuses of a release: switches in the Electron binary that its user cannot turn back.
//   node .setup/fuses.mjs <executable>           says which are set otherwise; ends with 1 if any is
//   node .setup/fuses.mjs <executable> --set     sets them (before the program is signed)
import { isEntry } from './place.mjs'
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** Every fuse by name: `strictlyRequireAllFuses` makes a new one in a newer Electron an error until it is decided. */
export const releaseFuses = {
  // A signed program that runs any script as plain Node would be a gift to whoever gets onto the machine.
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableCookieEncryption: true,
  // Only the application in app.asar, only as it was packed.
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  // The window is served by a scheme of its own; file: pages get no privileges.
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

/** `isOlder`: an Electron that does not know the newest fuses yet gets those that it knows. */
export async function setReleaseFuses(executable, { isOlder = false } = {}) {
  const wire = await getCurrentFuseWire(executable)
  const chosen = Object.entries(releaseFuses)
    .map(([name, value]) => [FuseV1Options[name], value])
    .filter(([fuse]) => !isOlder || wire[fuse] !== undefined)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: !isOlder,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(chosen),
  })
}

/** @returns {Promise<string[]>} names of the fuses that are not as a release needs them */
export async function wrongFuses(executable, { isOlder = false } = {}) {
  const wire = await getCurrentFuseWire(executable)
  return Object.entries(releaseFuses)
    .filter(([name]) => !isOlder || wire[FuseV1Options[name]] !== undefined)
    .filter(([name, value]) => wire[FuseV1Options[name]] !== (value ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([name]) => name)
}

if (isEntry(import.meta)) {
  const [, , executable, set] = process.argv
  if (!executable) throw new Error('usage: node .setup/fuses.mjs <executable> [--set]')
  if (set === '--set') await setReleaseFuses(executable)
  const wrong = await wrongFuses(executable)
  console.log(wrong.length === 0 ? 'all fuses are set for a release' : `not as in a release: ${wrong.join(', ')}`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
