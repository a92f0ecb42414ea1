import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refuse } from '../../../../shared/errors'
import { CarefulTarget, USUAL_CARE, type Care } from './careful-target'
import { FolderTarget } from './folder-target'
import { S3Target } from './s3-target'
import { SftpTarget } from './sftp-target'
import type { Target } from './target'
import { WebdavTarget } from './webdav-target'

/** Sign-in to a target: from secret storage in the window, from the environment or the address on the command line. */
export interface TargetSignIn {
  readonly user?: string | undefined
  readonly secret?: string | undefined
  /** a private SSH key */
  readonly privateKey?: string | undefined
}

/**
 * A target by its address:
 *   file:///D:/backup, s3://bucket/prefix?endpoint=https://...&region=...&style=virtual&lockDays=30,
 *   webdavs://user@host/folder (webdav:// without TLS), sftp://user@host:22/folder?hostKey=SHA256:...
 */
export function openTarget(address: string, signIn: TargetSignIn = {}, care: Care = USUAL_CARE): Target {
  return new CarefulTarget(plainTarget(address, signIn), care)
}

function plainTarget(address: string, signIn: TargetSignIn): Target {
  const url = parse(address)
  const user = signIn.user ?? decodeURIComponent(url.username)
  const secret = signIn.secret ?? decodeURIComponent(url.password)
  const option = (name: string): string | undefined => url.searchParams.get(name) ?? undefined
  switch (url.protocol) {
    case 'file:':
      return new FolderTarget(fileURLToPath(url).replace(/(.)[\\/]$/, '$1'))
    case 's3:':
      return new S3Target({
        bucket: url.hostname,
        prefix: decodeURIComponent(url.pathname).replaceAll(/^\/|\/$/g, ''),
        endpoint: option('endpoint'),
        region: option('region') ?? 'us-east-1',
        isVirtualHosted: option('style') === 'virtual',
        lockDays: Number(option('lockDays') ?? 0) || 0,
        accessKeyId: user,
        secretAccessKey: secret,
      })
    case 'webdav:':
    case 'webdavs:': {
      const scheme = url.protocol === 'webdav:' ? 'http:' : 'https:'
      const place = `${scheme}//${url.host}${url.pathname.replace(/\/$/, '')}`
      return new WebdavTarget({ url: place, username: user, password: secret })
    }
    case 'sftp:': {
      const keyFile = option('keyFile')
      return new SftpTarget({
        host: url.hostname,
        port: Number(url.port || 22),
        username: user,
        folder: decodeURIComponent(url.pathname).replace(/\/$/, ''),
        password: secret === '' ? undefined : secret,
        privateKey: signIn.privateKey ?? (keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8')),
        hostKey: option('hostKey'),
      })
    }
    default:
      return refuse('backup.targetUrlWrong', { address })
  }
}

function parse(address: string): URL {
  try {
    const url = new URL(address)
    const hasPlace = url.protocol === 'file:' ? url.host === '' : url.hostname !== ''
    if (hasPlace) return url
  } catch {
    // Refused below.
  }
  return refuse('backup.targetUrlWrong', { address: address.replace(/\/\/[^@/]*@/, '//') })
}
