// Unpacks a part of a zip file. Written here because a bare machine has no unzip, and because four fifths of the one
// archive this is for are left in it.
import { closeSync, chmodSync, mkdirSync, openSync, readSync, fstatSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'

const CENTRAL_ENTRY = 0x02014b50
const END_OF_CENTRAL = 0x06054b50
const SYMBOLIC_LINK = 0o120000

/**
 * @param {string} file a zip file below 4 GB (no zip64)
 * @param {string} target folder
 * @param {(name: string) => string | undefined} place the path below `target` for an entry, or undefined to leave it
 * @returns {number} how many files were written
 */
export function unzip(file, target, place) {
  const handle = openSync(file, 'r')
  try {
    let written = 0
    for (const entry of entriesOf(handle)) {
      const to = entry.name.endsWith('/') ? undefined : place(entry.name)
      if (to === undefined) continue
      if (normalize(to).startsWith('..')) throw new Error(`${file}: ${entry.name} points outside of the archive`)
      write(join(target, to), entry, contentOf(handle, entry))
      written += 1
    }
    return written
  } finally {
    closeSync(handle)
  }
}

function read(handle, position, length) {
  const buffer = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const count = readSync(handle, buffer, done, length - done, position + done)
    if (count === 0) throw new Error('the archive ends too early')
    done += count
  }
  return buffer
}

function entriesOf(handle) {
  const { size } = fstatSync(handle)
  const tail = read(handle, Math.max(0, size - 65_557), Math.min(size, 65_557))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_CENTRAL) end -= 1
  if (end < 0) throw new Error('this is not a zip archive')
  const count = tail.readUInt16LE(end + 10)
  const directory = read(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('the directory of the archive is damaged')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset))
    entries.push({
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      header: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function contentOf(handle, { name, method, crc, packed, size, header }) {
  const local = read(handle, header, 30)
  const data = read(handle, header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), packed)
  const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: size })
  if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is damaged in the archive`)
  return content
}

function write(path, { mode }, content) {
  mkdirSync(dirname(path), { recursive: true })
  if ((mode & 0o170000) === SYMBOLIC_LINK) {
    symlinkSync(content.toString(), path)
    return
  }
  writeFileSync(path, content)
  if (mode & 0o777) chmodSync(path, mode & 0o777)
}
