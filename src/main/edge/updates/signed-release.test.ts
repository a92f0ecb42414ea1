import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../shared/errors'
import { isCovered, readRelease } from './signed-release'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
const release = {
  version: '2.0.0',
  notes: { en: 'New', 'zh-CN': '新' },
  files: [{ name: 'a.AppImage', sha512: 'AAAA' }],
}

function signed(content: unknown): { payload: string; signature: string } {
  const bytes = Buffer.from(JSON.stringify(content))
  return { payload: bytes.toString('base64'), signature: sign(null, bytes, privateKey).toString('base64') }
}

describe('a release', () => {
  test('is read where the maker signed it', () => {
    expect(readRelease(JSON.stringify(signed(release)), pem)).toEqual(release)
  })

  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string
  const good = signed(release)
  test.each([
    ['signed by somebody else', JSON.stringify(good), other],
    [
      'changed afterwards',
      JSON.stringify({ ...signed({ ...release, version: '9.0.0' }), signature: good.signature }),
      pem,
    ],
    ['signed, but no release', JSON.stringify(signed({ version: '2.0.0' })), pem],
    ['without a signature', JSON.stringify({ payload: good.payload }), pem],
    ['an error page', '<html>404</html>', pem],
  ])('is refused when %s', (_what, text, key) => {
    expect(() => readRelease(text, key)).toThrow(new Refusal('updates.notGenuine'))
  })

  test.each([
    ['2.0.0', ['AAAA'], true],
    ['2.0.1', ['AAAA'], false],
    ['2.0.0', ['AAAA', 'BBBB'], false],
    ['2.0.0', [], false],
  ])('covers version %s with the files %j: %s', (version, hashes, expected) => {
    expect(isCovered(release, version, hashes)).toBe(expected)
  })
})
