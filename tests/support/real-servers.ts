/** Real servers for backup targets, each on a free port of this PC with files of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import S3rver from '@20minutes/s3rver'

export interface RealServer {
  /** address of a vault's folder on it */
  readonly url: string
  /** where what it keeps lies on this disk */
  readonly folder: string
  stop(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => (socket.destroy(), resolve(true)))
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await wait(50)
  }
  throw new Error(`nothing answers on port ${port}`)
}

async function running(program: string, args: string[], port: number): Promise<() => Promise<void>> {
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([
    answering(port),
    ended.then(() => {
      throw new Error(`${program} ended: ${said}`)
    }),
  ])
  return async () => {
    child.kill()
    await ended
  }
}

const bare = (folder: string, name: string): string => {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true })
  return path
}

const SSHD = '/usr/sbin/sshd'
const LIGHTTPD = '/usr/sbin/lighttpd'

/** Which of the servers this machine lacks; set-up installs them on Debian. */
export const missingServers: readonly string[] = [SSHD, LIGHTTPD].filter((path) => !existsSync(path))

/** OpenSSH: this user, by a key, SFTP alone. */
export async function startSftp(folder: string): Promise<RealServer> {
  const place = bare(folder, 'sftp')
  const port = await freePort()
  for (const name of ['host', 'user']) {
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)])
  }
  const keys = join(folder, 'authorized_keys')
  writeFileSync(keys, readFileSync(join(folder, 'user.pub')))
  chmodSync(keys, 0o600)
  const config = join(folder, 'sshd_config')
  writeFileSync(
    config,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(folder, 'host')}`,
      `AuthorizedKeysFile ${keys}`,
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'StrictModes no',
      'PidFile none',
      'Subsystem sftp internal-sftp',
    ].join('\n'),
  )
  // OpenSSH insists on it when it is started as root.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  const stop = await running(SSHD, ['-D', '-e', '-f', config], port)
  const fingerprint = spawnSync('ssh-keygen', ['-lf', join(folder, 'host.pub')], { encoding: 'utf8' })
  const hostKey = encodeURIComponent(fingerprint.stdout.split(' ')[1] ?? '')
  const keyFile = encodeURIComponent(join(folder, 'user'))
  const { username } = userInfo()
  return {
    url: `sftp://${username}@127.0.0.1:${port}${place}?hostKey=${hostKey}&keyFile=${keyFile}`,
    folder: place,
    stop,
  }
}

/** lighttpd with its WebDAV module and a password. */
export async function startWebdav(folder: string): Promise<RealServer> {
  const place = bare(folder, 'webdav')
  const port = await freePort()
  const users = join(folder, 'users')
  writeFileSync(users, 'desk:sesame\n')
  const config = join(folder, 'lighttpd.conf')
  writeFileSync(
    config,
    `
      server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
      server.document-root = "${place}"
      server.bind = "127.0.0.1"
      server.port = ${port}
      server.upload-dirs = ("${tmpdir()}")
      server.max-request-size = 1048576
      webdav.activate = "enable"
      webdav.sqlite-db-name = "${join(folder, 'webdav.db')}"
      auth.backend = "plain"
      auth.backend.plain.userfile = "${users}"
      auth.require = ("/" => ("method" => "basic", "realm" => "test", "require" => "valid-user"))
    `,
  )
  const stop = await running(LIGHTTPD, ['-D', '-f', config], port)
  return { url: `webdav://desk:sesame@127.0.0.1:${port}/vault`, folder: place, stop }
}

/** An S3 server on this disk. */
export async function startS3(folder: string): Promise<RealServer> {
  const place = bare(folder, 's3')
  const port = await freePort()
  const server = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: place,
    // It takes the path of a bucket as older clients signed it; who signs is still asked.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: 'company-backups', configs: [] }],
  })
  await server.run()
  const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`)
  return {
    url: `s3://S3RVER:S3RVER@company-backups/kontor?endpoint=${endpoint}`,
    folder: place,
    stop: () => server.close(),
  }
}
