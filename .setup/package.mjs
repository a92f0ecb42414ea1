// `npm run package`: the program as people install it, in dist/. What it makes depends on the machine: with the
// official Electron the installers of the system it runs on; with the fallback the unpacked program alone, to be tried
// and never given away (docs/decisions/0010-releases.md).
//   KONTOR_UPDATES_URL   where installed programs look for newer releases (https); without it they never look
//   KONTOR_RELEASE_KEY   file of the Ed25519 private key (PEM) that signs releases; goes with the address
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureElectron } from './electron.mjs'
import { setReleaseFuses, wrongFuses } from './fuses.mjs'
import { root, state } from './place.mjs'
import { Stop, say, seconds } from './say.mjs'
import { signRelease } from './sign-release.mjs'

const dist = join(root, 'dist')

export async function makePackage(args) {
  const electron = await ensureElectron()
  await ensureBuilt('main', 'preload', 'renderer')
  const isOfficial = electron.kind === 'official'
  const isDirOnly = args.includes('--dir') || !isOfficial
  if (!isOfficial)
    say(`package: Electron ${electron.version} stands in for the official one: no installer, only the program to try`)
  const updates = updatesFrom(process.env)
  const { build, Platform, DIR_TARGET } = await import('electron-builder')
  const since = Date.now()
  rmSync(dist, { recursive: true, force: true })
  await build({
    targets: Platform.current().createTarget(isDirOnly ? DIR_TARGET : undefined),
    publish: 'never',
    config: configuration(electron, updates),
  })
  if (!isDirOnly && updates !== null) signRelease(dist, updates.key)
  say(`package: ${readdirSync(dist).join(', ')} in dist (${seconds(since)})`)
}

function updatesFrom({ KONTOR_UPDATES_URL: url, KONTOR_RELEASE_KEY: keyFile }) {
  if (!url && !keyFile) return null
  if (!url || !keyFile) {
    throw new Stop(
      'A release that updates itself needs an address and a key.',
      `${url ? 'KONTOR_RELEASE_KEY' : 'KONTOR_UPDATES_URL'} is not set`,
      'set both, or neither for a program that never looks for updates',
    )
  }
  const key = createPrivateKey(readFileSync(keyFile))
  return { url, key, publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }) }
}

function configuration(electron, updates) {
  const release = join(state, 'release.json')
  mkdirSync(state, { recursive: true })
  writeFileSync(release, JSON.stringify(updates && { url: updates.url, publicKey: updates.publicKey }))
  return {
    appId: 'app.kontor',
    productName: 'Kontor',
    directories: { output: 'dist', buildResources: 'resources/program' },
    electronVersion: electron.version,
    electronDist: dirname(electron.executablePath),
    // The modules are on disk as npm laid them, with their binaries: nothing is compiled (runtime of N-API).
    npmRebuild: false,
    asar: true,
    asarUnpack: ['**/*.node'],
    files: [
      'out/{main,preload,renderer}/**',
      '!**/*.map',
      '!**/node_modules/better-sqlite3/{deps,src}/**',
      // Documents are printed in two of the font's nine weights (src/main/kernel/paper).
      '!**/node_modules/@expo-google-fonts/noto-sans-sc/!(400Regular|700Bold)/**',
    ],
    extraResources: [{ from: release, to: 'release.json' }],
    publish: updates === null ? null : { provider: 'generic', url: updates.url },
    generateUpdatesFilesForAllChannels: true,
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    // For each person, without an administrator.
    win: { target: 'nsis' },
    nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
    mac: { target: 'dmg', category: 'public.app-category.business' },
    linux: { target: ['AppImage', 'deb'], category: 'Office', synopsis: 'ERP, inventory and warehouse in one program' },
    deb: { depends: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libxss1', 'libusb-1.0-0'] },
    afterPack: (context) => finish(context, electron),
  }
}

/** Once the program lies unpacked, before it is signed and wrapped. */
async function finish({ appOutDir, packager, electronPlatformName }, electron) {
  const name = packager.executableName ?? packager.appInfo.productFilename
  const executable = {
    linux: join(appOutDir, name),
    win32: join(appOutDir, `${packager.appInfo.productFilename}.exe`),
    darwin: join(appOutDir, `${packager.appInfo.productFilename}.app`),
  }[electronPlatformName]
  const isOlder = electron.kind === 'fallback'
  if (isOlder) standIn(appOutDir, electron)
  await setReleaseFuses(executable, { isOlder })
  const wrong = await wrongFuses(executable, { isOlder })
  if (wrong.length > 0) throw new Error(`fuses are not as a release needs them: ${wrong.join(', ')}`)
}

/** The fallback brings an application folder of its own, and needs the SQLite that was compiled for it. */
function standIn(appOutDir, electron) {
  const resources = join(appOutDir, 'resources')
  rmSync(join(resources, 'app'), { recursive: true, force: true })
  copyFileSync(
    electron.env.KONTOR_SQLITE_BINDING,
    join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'),
  )
}
