import { createInstance } from 'i18next'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addFormats, preferredLanguage, resources, translationOptions } from '.'

const sourceFolder = resolve(import.meta.dirname, '../..')

/** Texts that are rightly the same in both languages: names, signs. */
const sameInBoth = new Set(['app.name', 'app.language.zh-CN', 'app.language.en'])
/** English texts that rightly hold Chinese: the name of the language itself. */
const chineseInEnglish = new Set(['app.language.zh-CN'])

type Texts = ReadonlyMap<string, string>

function flatten(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const full = path === '' ? key : `${path}.${key}`
    return typeof value === 'object' && value !== null ? flatten(value, full) : [[full, String(value)]]
  })
}

const en: Texts = new Map(flatten(resources.en.translation))
const zh: Texts = new Map(flatten(resources['zh-CN'].translation))

/** `rows_one` counts as `rows_other`: only languages with a singular need it. */
const comparable = (texts: Texts): string[] => [...new Set([...texts.keys()].map(pluralStem))].toSorted()
const pluralStem = (key: string): string => key.replace(/_one$/, '_other')
const parameters = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].toSorted()

const cjk = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/

function sources(folder: string, endings: readonly string[]): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .filter((entry) => !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(sourceFolder.length + 1), text: readFileSync(path, 'utf8') }))
}

/** Literal keys handed to `t(...)`, `i18nKey`, and keys kept in constants marked `labelKey: '...'`. */
function usedKeys(source: string): string[] {
  const patterns = [/\bt\(\s*['"`]([\w.-]+)['"`]/g, /\bi18nKey=["']([\w.-]+)["']/g, /\blabelKey:\s*['"]([\w.-]+)['"]/g]
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''))
}

function refusalCodes(source: string): string[] {
  const pattern = /\b(?:refuse|new Refusal|refusal)\(\s*['"]([\w-]+(?:\.[\w-]+)+)['"]/g
  return [...source.matchAll(pattern)].map((match) => match[1] ?? '')
}

const exists = (texts: Texts, key: string): boolean => texts.has(key) || texts.has(`${key}_other`)

describe('texts', () => {
  it('has a help text for each page (F1)', () => {
    const pages = sources(join(sourceFolder, 'renderer/features'), ['index.tsx']).flatMap(({ text }) =>
      [...text.matchAll(/\bkind: '([\w.]+)'/g)].map((match) => `help.${match[1] ?? ''}`),
    )
    expect(pages.length).toBeGreaterThan(40)
    expect([...new Set(pages)].filter((key) => !en.has(key))).toEqual([])
  })

  it('has the same keys in both languages', () => {
    expect(comparable(zh)).toEqual(comparable(en))
    expect(en.size).toBeGreaterThan(100)
  })

  it('uses the same parameters in both languages', () => {
    const differing = [...zh].filter(([key, text]) => parameters(text).join() !== parameters(en.get(key) ?? '').join())
    expect(differing).toEqual([])
  })

  it('gives a singular wherever English has a plural', () => {
    const stems = [...en.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length))
    expect(stems.filter((stem) => !en.has(`${stem}_one`))).toEqual([])
  })

  it('has no empty text, and none with space at an end', () => {
    expect([...en, ...zh].filter(([, text]) => text === '' || text !== text.trim())).toEqual([])
  })

  it('is translated', () => {
    expect(
      [...zh].filter(
        ([key, text]) =>
          text === en.get(key) && !sameInBoth.has(key) && /\p{L}{2}/u.test(text.replaceAll(/\{\{.*?\}\}/g, '')),
      ),
    ).toEqual([])
    expect([...en].filter(([key, text]) => cjk.test(text) && !chineseInEnglish.has(key))).toEqual([])
    expect([...en, ...zh].filter(([, text]) => /[!！]/.test(text))).toEqual([])
  })
})

describe('use of the texts', () => {
  it('finds the keys and codes it looks for', () => {
    expect(usedKeys("t('a.b'); t(\n  `c.d`, {}) <Trans i18nKey=\"e.f\" /> { labelKey: 'g.h' } part('x.y')")).toEqual([
      'a.b',
      'c.d',
      'e.f',
      'g.h',
    ])
    expect(refusalCodes("refuse('inventory.short', {}) throw new Refusal(\n'sales.credit') refused('x.y')")).toEqual([
      'inventory.short',
      'sales.credit',
    ])
  })

  it('has a text for each key that the renderer uses', () => {
    const files = sources(join(sourceFolder, 'renderer'), ['.ts', '.tsx'])
    expect(files.length).toBeGreaterThan(0)
    const missing = files.flatMap(({ path, text }) =>
      usedKeys(text)
        .filter((key) => key.includes('.') && !(exists(en, key) && exists(zh, key)))
        .map((key) => `${path}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it('has a text for each refusal that the engine gives', () => {
    const files = sources(join(sourceFolder, 'main'), ['.ts'])
    const missing = files.flatMap(({ path, text }) =>
      refusalCodes(text)
        .filter((code) => !(exists(en, `refusals.${code}`) && exists(zh, `refusals.${code}`)))
        .map((code) => `${path}: ${code}`),
    )
    expect(missing).toEqual([])
  })
})

describe('translating', () => {
  it('writes integers as the program does, in both languages', async () => {
    const translations = createInstance()
    await translations.init({
      ...translationOptions('en'),
      resources: {
        en: { translation: { short: '{{have, quantity}} of {{due, money}} {{currency}} by {{day, date}}' } },
        'zh-CN': { translation: { short: '{{day, date}}：{{have, quantity}}，{{due, money}} {{currency}}' } },
      },
    })
    addFormats(translations)
    const values = { have: 1_500_000, due: 123456, currency: 'JPY', day: '2026-11-02' }
    expect(translations.t('short', values)).toBe('1.5 of 123,456 JPY by 2 Nov 2026')
    expect(translations.t('short', { ...values, lng: 'zh-CN' })).toBe('2026-11-02：1.5，123,456 JPY')
  })

  it('counts in both languages', async () => {
    const translations = createInstance()
    await translations.init(translationOptions('en'))
    addFormats(translations)
    expect(translations.t('ui.list.rows', { count: 1 })).toBe('1 row')
    expect(translations.t('ui.list.rows', { count: 12000 })).toBe('12,000 rows')
    expect(translations.t('ui.list.rows', { count: 1, lng: 'zh-CN' })).toBe('共 1 行')
  })

  it('chooses the language of the person', () => {
    expect(preferredLanguage(['fr-FR', 'zh-Hans-CN', 'en'])).toBe('zh-CN')
    expect(preferredLanguage(['de', 'en-GB'])).toBe('en')
    expect(preferredLanguage([])).toBe('en')
  })
})
