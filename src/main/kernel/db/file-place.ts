import { statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Where a company file must not lie: locks and write order are not kept there, and a file can be torn. */
export type RiskyPlace = 'network' | 'synced'

/** Magic numbers of Linux (statfs(2)): NFS, SMB, CIFS, SMB2, FUSE (sshfs and most cloud drives), 9p, AFS, Ceph. */
const NETWORK_FILE_SYSTEMS = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x5346414f, 0xc36400,
])

const SYNCED_FOLDER =
  /(^|[\\/])(onedrive( - [^\\/]+)?|dropbox( \([^)]+\))?|google ?drive|my drive|icloud ?drive|mobile documents|nutstore( files)?|坚果云|我的坚果云|baidusyncdisk|百度网盘同步空间|wps ?云盘|wpsdrive|yandex\.?disk|box sync|nextcloud|owncloud|syncthing)([\\/]|$)/i

/** Undefined where nothing speaks against it. */
export function riskyPlaceOf(path: string, fileSystemOf = fileSystem): RiskyPlace | undefined {
  const whole = process.platform === 'win32' ? path : resolve(path)
  if (/^(\\\\|\/\/)[^\\/?.]/.test(path)) return 'network'
  if (SYNCED_FOLDER.test(dirname(whole))) return 'synced'
  return NETWORK_FILE_SYSTEMS.has(fileSystemOf(dirname(whole))) ? 'network' : undefined
}

/** Elsewhere the numbers mean something else. */
function fileSystem(folder: string): number {
  if (process.platform !== 'linux') return 0
  try {
    return statfsSync(folder).type >>> 0
  } catch {
    return 0
  }
}
