import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { refuse } from '../../../../shared/errors'
import { readRecoveryKey, writeRecoveryKey } from '../../../kernel/recovery-key'

/** scrypt at 128 MB, what OWASP and RFC 7914 name for secrets that guard stored data. About half a second. */
const COST = { N: 131_072, r: 8, p: 1 }
/** A header from a hostile target must not make this PC compute for hours. */
const LARGEST_COST = 1_048_576
const FORMAT = 'kontor-vault-1'

export type VaultSecret = { readonly passphrase: string } | { readonly recoveryKey: string }

/** What reads and writes a vault: the keys of everything in it come from one random key. */
export class VaultKey {
  constructor(
    readonly vaultId: string,
    private readonly master: Buffer,
  ) {}

  derive(purpose: string, salt: Buffer = Buffer.alloc(0)): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, salt, `kontor ${purpose}`, 32))
  }
}

interface Header {
  readonly format: string
  readonly vaultId: string
  readonly kdf: { readonly name: 'scrypt'; readonly N: number; readonly r: number; readonly p: number; salt: string }
  readonly byPassphrase: string
  readonly byRecoveryKey: string
  readonly seal: string
}

export interface NewVault {
  readonly header: Buffer
  readonly key: VaultKey
  /** to be printed; nobody can show it again */
  readonly recoveryKey: string
}

/** A new vault: its random key, closed once by the passphrase and once by a recovery key. */
export async function makeVaultKey(passphrase: string): Promise<NewVault> {
  const vaultId = randomBytes(16).toString('hex')
  const master = randomBytes(32)
  const recovery = randomBytes(16)
  const key = new VaultKey(vaultId, master)
  const kdf = { name: 'scrypt' as const, ...COST, salt: randomBytes(16).toString('base64') }
  const byPassphrase = await passphraseKey(passphrase, kdf)
  const open = {
    format: FORMAT,
    vaultId,
    kdf,
    byPassphrase: lock(byPassphrase, master, context(vaultId, kdf)),
    byRecoveryKey: lock(recoveryKeyOf(recovery, vaultId), master, context(vaultId, kdf)),
  }
  return { header: headerBytes(open, key), key, recoveryKey: writeRecoveryKey(recovery) }
}

/** Opens a vault. A wrong secret and a damaged header are told apart where that is possible. */
export async function unlock(bytes: Buffer, secret: VaultSecret): Promise<VaultKey> {
  const header = parse(bytes)
  const { vaultId, kdf } = header
  const byPassphrase = 'passphrase' in secret
  const opener = byPassphrase
    ? await passphraseKey(secret.passphrase, kdf)
    : recoveryKeyOf(readRecoveryKey(secret.recoveryKey), vaultId)
  const box = byPassphrase ? header.byPassphrase : header.byRecoveryKey
  const master = unlockBox(opener, box, context(vaultId, kdf))
  if (master === undefined) refuse(byPassphrase ? 'backup.passphraseWrong' : 'backup.recoveryKeyWrong')
  const key = new VaultKey(vaultId, master)
  const { seal: _seal, ...open } = header
  if (!headerBytes(open, key).equals(bytes)) refuse('backup.damaged', { object: 'vault.json' })
  return key
}

function headerBytes(open: Omit<Header, 'seal'>, key: VaultKey): Buffer {
  const seal = createHmac('sha256', key.derive('header')).update(JSON.stringify(open)).digest('base64')
  return Buffer.from(`${JSON.stringify({ ...open, seal })}\n`)
}

function parse(bytes: Buffer): Header {
  try {
    const header = JSON.parse(bytes.toString('utf8')) as Header
    const { N, r, p } = header.kdf
    const isSound =
      header.format === FORMAT &&
      /^[0-9a-f]{32}$/.test(header.vaultId) &&
      [N, r, p].every((value) => Number.isSafeInteger(value) && value > 0) &&
      N * r * p <= LARGEST_COST * 8
    if (isSound) return header
  } catch {
    // Refused below.
  }
  return refuse('backup.damaged', { object: 'vault.json' })
}

/** NFKC: the same passphrase typed on another keyboard or input method gives the same bytes. */
function passphraseKey(passphrase: string, { N, r, p, salt }: Header['kdf']): Promise<Buffer> {
  const options = { N, r, p, maxmem: 128 * N * r + 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** A recovery key is random, so one fast step is as good as a slow one. */
function recoveryKeyOf(recovery: Buffer, vaultId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', recovery, vaultId, 'kontor recovery', 32))
}

const context = (vaultId: string, kdf: Header['kdf']): Buffer =>
  Buffer.from(`${FORMAT} ${vaultId} ${kdf.name} ${kdf.N} ${kdf.r} ${kdf.p} ${kdf.salt}`)

function lock(key: Buffer, content: Buffer, aad: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad)
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

function unlockBox(key: Buffer, box: string, aad: Buffer): Buffer | undefined {
  const bytes = Buffer.from(box, 'base64')
  if (bytes.length !== 60) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(aad)
    decipher.setAuthTag(bytes.subarray(44))
    return Buffer.concat([decipher.update(bytes.subarray(12, 44)), decipher.final()])
  } catch {
    return undefined
  }
}
