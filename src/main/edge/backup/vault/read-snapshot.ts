import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refuse } from '../../../../shared/errors'
import type { FileRecord } from './snapshot-record'
import type { Vault } from './vault'
import { mapOf, type OnBytes } from './write-snapshot'

/** Reads one file of a snapshot into a new file, which gets its name only when it is bit for bit what was stored. */
export async function readFileOf(
  vault: Vault,
  file: FileRecord,
  to: string,
  onBytes: OnBytes = () => {},
): Promise<void> {
  const draft = `${to}.restoring`
  await mkdir(dirname(to), { recursive: true })
  await rm(draft, { force: true })
  try {
    await fill(vault, file, draft, onBytes)
    if ((await digestOf(draft)) !== file.sha256) refuse('backup.damaged', { object: file.path })
    await rename(draft, to)
  } finally {
    await rm(draft, { force: true })
  }
}

async function fill(vault: Vault, file: FileRecord, draft: string, onBytes: OnBytes): Promise<void> {
  const map = await mapOf(vault, file)
  // Pack by pack, each fetched once, whatever order its chunks have in the file.
  const byPack = new Map<string, number[]>()
  map.forEach((id, at) => {
    const place = vault.index.find(id)
    if (place === undefined) refuse('backup.damaged', { object: file.path })
    const known = byPack.get(place.pack)
    if (known === undefined) byPack.set(place.pack, [at])
    else known.push(at)
  })
  const handle = await open(draft, 'wx')
  try {
    await handle.truncate(file.bytes)
    let done = 0
    for (const positions of byPack.values()) {
      for (const at of positions) {
        const content = await vault.chunk(map[at] ?? '')
        await handle.write(content, 0, content.length, at * file.chunkBytes)
        done += content.length
      }
      onBytes(done, file.bytes)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function digestOf(path: string): Promise<string> {
  const whole = createHash('sha256')
  const handle = await open(path, 'r')
  try {
    for await (const piece of handle.createReadStream({ autoClose: false })) whole.update(piece as Buffer)
    return whole.digest('hex')
  } finally {
    await handle.close()
  }
}
