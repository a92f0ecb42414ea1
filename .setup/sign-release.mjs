// Signs a release: dist/release.json names its version, its notes in both languages and every file with its SHA-512.
// An installed program installs nothing that is not in there (src/main/edge/updates).
import { createHash, sign } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.mjs'

const installer = /\.(exe|dmg|zip|AppImage|deb)$/

export function signRelease(
  folder,
  key,
  version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
) {
  const notes = join(root, 'docs/releases', `${version}.json`)
  const release = {
    version,
    notes: existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : { en: '', 'zh-CN': '' },
    files: readdirSync(folder)
      .filter((name) => installer.test(name))
      .map((name) => ({
        name,
        sha512: createHash('sha512')
          .update(readFileSync(join(folder, name)))
          .digest('base64'),
      })),
  }
  const payload = Buffer.from(JSON.stringify(release))
  const signed = { payload: payload.toString('base64'), signature: sign(null, payload, key).toString('base64') }
  writeFileSync(join(folder, 'release.json'), JSON.stringify(signed))
}
