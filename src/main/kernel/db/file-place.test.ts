import { expect, it } from 'vitest'
import { riskyPlaceOf } from './file-place'

const disk = (): number => 0xef53

it.each([
  ['/home/a/OneDrive/company.kontor', 'synced'],
  ['/home/a/OneDrive - Harbour Ltd/books/company.kontor', 'synced'],
  ['/home/a/Dropbox (Team)/company.kontor', 'synced'],
  ['/Users/a/Library/Mobile Documents/company.kontor', 'synced'],
  ['/home/a/我的坚果云/账/company.kontor', 'synced'],
  ['\\\\server\\share\\company.kontor', 'network'],
  ['/home/a/dropbox.kontor', undefined],
  ['/home/a/boxes/company.kontor', undefined],
])('%s is %s', (path, expected) => {
  expect(riskyPlaceOf(path, disk)).toBe(expected)
})

it('knows a network drive by its file system', () => {
  expect(riskyPlaceOf('/mnt/books/company.kontor', () => 0x6969)).toBe('network')
  expect(riskyPlaceOf('/mnt/books/company.kontor', () => 0xfe534d42)).toBe('network')
})
