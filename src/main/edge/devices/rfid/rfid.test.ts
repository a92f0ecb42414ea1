import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexOfEpc } from '../../../../shared/devices/epc'
import { bytesOf, type RfidProfile } from '../../../../shared/devices/profile'
import { profiles } from '../../../../shared/devices/profiles'
import { rfidProtocols, tagFrame } from '../../simulators'
import { rfidCodec } from './index'
import type { RfidSaid } from './rfid-codec'

const readers = profiles.filter((profile): profile is RfidProfile => profile.role === 'rfid')
const codecOf = (id: string) => {
  const found = readers.find((profile) => profile.id === id)
  if (found === undefined) throw new Error(`no profile ${id}`)
  return rfidCodec(found)
}
const tags = (said: readonly RfidSaid[]): string[] =>
  said.flatMap((one) => (one.kind === 'tag' ? [hexOfEpc(one.epc)] : []))

describe('what readers of tags say', () => {
  // From the makers' own descriptions: a notice of the M100 manual, and a round of an R2000 with one tag.
  it.each([
    [
      'rfid-bb',
      '\\xbb\\x02\\x22\\x00\\x11\\xc9\\x34\\x00\\x30\\x75\\x1f\\xeb\\x70\\x5c\\x59\\x04\\xe3\\xd5\\x0d\\x70\\x3a\\x76\\xef\\x7e',
      ['30751FEB705C5904E3D50D70'],
    ],
    ['rfid-bb', '\\xbb\\x01\\xff\\x00\\x01\\x15\\x16\\x7e', []],
    ['rfid-a0', '\\xa0\\x0a\\x01\\x89\\x00\\x00\\x32\\x00\\x00\\x00\\x01\\x99', []],
  ])('%s: %s', (id, bytes, expected) => {
    const said = codecOf(id).feed(bytesOf(bytes))
    expect(said).toHaveLength(1)
    expect(tags(said)).toEqual(expected)
  })

  const epc = fc.uint8Array({ minLength: 12, maxLength: 12 }).map(hexOfEpc)

  it('is read in whatever pieces it comes, with noise between the frames', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rfidProtocols),
        fc.array(epc, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(5),
        (protocol, sent, size, noise) => {
          const codec = codecOf(protocol)
          const bytes = sent.flatMap((one) => [
            ...Array.from({ length: noise }, () => 0x41),
            ...tagFrame(protocol, one),
          ])
          const heard: string[] = []
          for (let at = 0; at < bytes.length; at += size) {
            heard.push(...tags(codec.feed(Uint8Array.from(bytes.slice(at, at + size)))))
          }
          expect(heard).toEqual(sent)
        },
      ),
    )
  })

  it('a longer number comes whole from a reader on the network', () => {
    const long = '3674257BF6B7A659B2C2BF1000000000000000000000000000'
    expect(tags(codecOf('llrp').feed(tagFrame('llrp', long)))).toEqual([long])
  })

  it('noise never crashes a codec', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...readers),
        fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 30 }),
        (profile, chunks) => {
          const codec = rfidCodec(profile)
          for (const chunk of chunks)
            for (const said of codec.feed(chunk)) expect(said.kind).toMatch(/tag|alive|answer/)
        },
      ),
    )
  })

  // The network checks its own bytes; on a serial line a turned bit must cost the tag, not change it.
  it('a turned bit on a serial line never makes another tag', () => {
    fc.assert(
      fc.property(fc.constantFrom('rfid-a0', 'rfid-bb'), epc, fc.nat(), fc.nat(7), (protocol, sent, at, bit) => {
        const good = tagFrame(protocol, sent)
        const hit = good.map((byte, index) => (index === at % good.length ? byte ^ (1 << bit) : byte))
        const heard = tags(codecOf(protocol).feed(Uint8Array.from([...hit, ...new Uint8Array(40)])))
        expect(heard.filter((one) => one !== sent)).toEqual([])
      }),
    )
  })
})
