import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBoundaries, type Violation } from './support/boundaries'

const root = resolve(import.meta.dirname, '..')
const fixture = join(import.meta.dirname, 'support/boundary-fixture')

const shown = ({ file, line, rule, detail }: Violation): string => `${file}:${line} ${rule}: ${detail}`

describe('floors and rooms', () => {
  const program = readBoundaries(root)

  test('imports keep to them', () => {
    expect(program.violations.map(shown)).toEqual([])
  })

  test('the program was read, all of it', () => {
    for (const side of ['main', 'renderer', 'shared']) {
      const count = program.files.filter((file) => file.startsWith(`src/${side}/`)).length
      expect(count, `files read in src/${side}`).toBeGreaterThan(25)
    }
    expect(program.importCount).toBeGreaterThan(program.files.length)
  })

  // Each offending line of the fixture names the rules it breaks: `// breaks: floor, front door`.
  test('each kind of offence is found in the fixture, on its line, and nothing else', () => {
    const reading = readBoundaries(fixture)
    const found = reading.violations.map(({ file, line, rule }) => `${file}:${line} ${rule}`)
    const marked = reading.files.flatMap((file) =>
      readFileSync(join(fixture, file), 'utf8')
        .split('\n')
        .flatMap((text, index) => {
          const rules = /\/\/ breaks: (.*)$/.exec(text)?.[1]?.split(', ') ?? []
          return rules.map((rule) => `${file}:${index + 1} ${rule}`)
        }),
    )
    expect(found.sort()).toEqual(marked.sort())
    expect(new Set(reading.violations.map(({ rule }) => rule)).size, 'kinds of offence').toBe(10)
  })
})

const FILE_AIM = 400
const FILE_LIMIT = 600
const FOLDER_AIM = 15

/** What is a list by nature may be long. */
const MAY_BE_LONG = /(\/tables\.ts|\/migrations\/|\/i18n\/|\/contracts\/|\/demo\/products)/

const VAGUE = /^(utils?|helpers?|manager|common|misc|services|repositories|dto)$/

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'boundary-fixture' ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })

describe('sizes and names', () => {
  const files = [...sources(join(root, 'src')), ...sources(join(root, 'tests'))].map((path) => ({
    path: relative(root, path).replaceAll('\\', '/'),
    lines: readFileSync(path, 'utf8').split('\n').length,
  }))

  test('no file grows beyond its limit', () => {
    const long = files.filter(({ path, lines }) => lines > FILE_AIM && !MAY_BE_LONG.test(path))
    for (const { path, lines } of long) console.info(`over ${FILE_AIM} lines: ${path} (${lines})`)
    expect(long.filter(({ lines }) => lines > FILE_LIMIT).map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual(
      [],
    )
    expect(files.length).toBeGreaterThan(100)
  })

  test('folders that hold more than one can see at once are shown', () => {
    const folders = new Set(files.map(({ path }) => dirname(path)))
    for (const folder of folders) {
      const count = readdirSync(join(root, folder)).length
      if (count > FOLDER_AIM) console.info(`over ${FOLDER_AIM} entries: ${folder} (${count})`)
    }
    expect(folders.size).toBeGreaterThan(20)
  })

  test('names are kebab-case words that say what is inside', () => {
    const names = files.flatMap(({ path }) => path.split('/').map((name) => ({ path, name: name.split('.')[0] ?? '' })))
    const wrong = names.filter(({ name }) => !/^([a-z0-9]+(-[a-z0-9]+)*|zh-CN)$/.test(name) || VAGUE.test(name))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('the top level holds only what a newcomer needs to see', () => {
    const allowed = new Set([
      'package.json',
      'package-lock.json',
      'electron.vite.config.ts',
      'tsconfig.json',
      'README.md',
      'docs',
      'resources',
      'src',
      'tests',
    ])
    const made = new Set(['node_modules', 'out', 'dist', 'test-results'])
    const entries = readdirSync(root).filter((name) => !name.startsWith('.') && !made.has(name))
    expect(entries.filter((name) => !allowed.has(name) && statSync(join(root, name)).size >= 0)).toEqual([])
  })
})
