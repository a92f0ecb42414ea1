/**
 * The library against outside truths, where they are at hand (`../shared/data/gs1` beside the project): results of the
 * GS1 reference implementation with full validation, independent check digits, and the table of identifiers.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  barcodeLine,
  digitalLink,
  findIdentifier,
  hasValidCheckDigit,
  readBracketed,
  readDigitalLink,
  type ApplicationIdentifier,
  type Element,
} from '.'

const folder = resolve(import.meta.dirname, '../../../../../shared/data/gs1')
const isThere = existsSync(folder)
const read = <Content>(name: string): Content => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Content

interface Truth {
  readonly ok: boolean
  readonly ais?: readonly Element[]
  readonly digital_link?: string | null
}

interface Vector {
  readonly input: string
  /** of the reference implementation's public interface: every rule at once */
  readonly engine: Truth
  /** of its tests of one inner function, which may know less or more than the whole */
  readonly test?: { readonly fn?: string; readonly ok?: boolean }
}

interface Miss {
  readonly input: string
  readonly expected: unknown
  readonly got: unknown
}

function missesOf(vectors: readonly Vector[]): Miss[] {
  return vectors.flatMap(({ input, engine }) => {
    const { ok, ais } = barcodeLine(input)
    const expected = { ok: engine.ok, ais: engine.ais ?? [] }
    return JSON.stringify({ ok, ais }) === JSON.stringify(expected) ? [] : [{ input, expected, got: { ok, ais } }]
  })
}

/** Every miss must be on the list with its reason, every entry of the list must still miss, and few they must be. */
function expectScore(misses: readonly Miss[], total: number, reasons: Readonly<Record<string, string>> = {}): void {
  const unexplained = misses.filter(({ input }) => reasons[input] === undefined)
  expect(unexplained).toEqual([])
  expect(misses.map(({ input }) => input).toSorted()).toEqual(Object.keys(reasons).toSorted())
  expect(total).toBeGreaterThan(0)
  expect((total - misses.length) / total).toBeGreaterThanOrEqual(0.98)
}

describe.skipIf(!isThere)('outside truths', () => {
  it('reads element strings', () => {
    const file = read<{ bracketed: Vector[]; raw: Vector[]; linter: Vector[] }>('element-strings.json')
    const vectors = [...file.bracketed, ...file.raw, ...file.linter]
    const reason = 'handed to a function for bracketed data there; a line of text without brackets is a code here'
    expectScore(missesOf(vectors), vectors.length, { '12345': reason, inbuf: reason })
    // Asked for bracketed data, both are refused here as well.
    const asked = file.bracketed.map(({ input }) => ({ input, ok: readBracketed(input).ok }))
    expect(asked).toEqual(file.bracketed.map(({ input, engine }) => ({ input, ok: engine.ok })))
  })

  // (10)12345 alone: the inner function that only takes apart says yes, the whole says that (01) is missing. A code that
  // may be one of several on a thing, as on the screens and with --part, is judged as the inner function does.
  it('takes apart what may be one of several codes', () => {
    const file = read<{ bracketed: Vector[]; raw: Vector[] }>('element-strings.json')
    const takesApart = [...file.bracketed, ...file.raw].filter(({ test }) => test?.fn?.endsWith('AIdata') === true)
    const judged = takesApart.map(({ input, test }) => ({ input, ok: test?.ok ?? false }))
    const misses = judged.filter(({ input, ok }) => barcodeLine(input, { isPart: true }).ok !== ok)
    expect(judged.length).toBeGreaterThan(30)
    expect(judged).toContainEqual({ input: '(10)12345', ok: true })
    expect(misses.map(({ input }) => input)).toEqual([
      // Not bracketed and without FNC1 in front: not element data, but a code like any other.
      '12345',
      '991234',
      'buf',
    ])
  })

  it('reads what scanners send', () => {
    const file = read<{ process: Vector[]; generate: { data: string; scan: string | null }[] }>('scan-data.json')
    expectScore(missesOf(file.process), file.process.length)
    // What is written there for scanners to send is read; plain GS1 data from both forms alike.
    const written = file.generate.flatMap(({ data, scan }) => (scan === null ? [] : [{ data, scan }]))
    expect(written.filter(({ scan }) => !barcodeLine(scan).ok)).toEqual([])
    const plain = written.filter(({ data }) => /^\^[^|]*$/.test(data))
    expect(plain.length).toBeGreaterThan(2)
    expect(plain.map(({ scan }) => barcodeLine(scan).ais)).toEqual(plain.map(({ data }) => barcodeLine(data).ais))
  })

  it('reads digital links', () => {
    const { parse } = read<{ parse: Vector[] }>('digital-link.json')
    const lines = parse.filter(({ input }) => input !== '')
    expectScore(missesOf(lines), lines.length)
    // Empty input is "no data, no error" there. The unit test of the same file and scan-data.json call it an error.
    expect(barcodeLine('').ok).toBe(false)
    expect(readDigitalLink('').ok).toBe(false)
  })

  it('writes digital links', () => {
    const { generate } = read<{
      generate: { input: string; stem: string; test: { uri: string | null } }[]
    }>('digital-link.json')
    const unknownAllowed = '(01)12312312312326(99)000001(89)XXX(95)INT'
    // Written there with unknown identifiers permitted, which labels never are here.
    const expected = generate.map(({ input, test }) => (input === unknownAllowed ? null : test.uri))
    expect(generate.map(({ input, stem }) => linkOf(elementsOf(input), stem))).toEqual(expected)
    const files = ['element-strings.json', 'scan-data.json', 'digital-link.json', 'fuzz-scan.json']
    const truths = files
      .flatMap((name) => Object.values(read<Record<string, unknown>>(name)))
      .filter((section): section is Vector[] => Array.isArray(section))
      .flat()
      .map(({ engine }) => engine)
      .filter((truth) => truth?.ok && (truth.ais?.length ?? 0) > 0)
    expect(truths.length).toBeGreaterThan(350)
    expect(truths.map(({ ais = [] }) => linkOf(ais))).toEqual(truths.map((truth) => truth.digital_link ?? null))
  })

  it('judges generated and mutated scans', () => {
    const { vectors } = read<{ vectors: { scan: string; engine: Truth }[] }>('fuzz-scan.json')
    const lines = vectors.map(({ scan, engine }) => ({ input: scan, engine }))
    expect(lines.length).toBeGreaterThan(400)
    expectScore(missesOf(lines), lines.length)
  })

  it('proves check digits', () => {
    const { vectors } = read<{ vectors: [kind: string, number: string, isValid: boolean][] }>('check-digits.json')
    expect(vectors.length).toBeGreaterThan(900)
    expect(vectors.map(([kind, number]) => [kind, number, hasValidCheckDigit(number)])).toEqual(vectors)
    // Each is also a code of its own, accepted or refused as a whole.
    expect(vectors.map(([kind, number]) => [kind, number, barcodeLine(number).ok])).toEqual(vectors)
  })

  it('has the same facts about every application identifier', () => {
    const { ais } = read<{ ais: TableEntry[] }>('ai-table.json')
    expect(ais.length).toBeGreaterThan(500)
    const ours = ais.map(({ ai }) => findIdentifier(ai)).map((identifier) => identifier && factsOfOurs(identifier))
    expect(ours).toEqual(ais.map(factsOfTheirs))
  })
})

function elementsOf(text: string): Element[] {
  return [...text.matchAll(/\((\d+)\)([^(]+)/g)].map(([, ai = '', value = '']): Element => [ai, value])
}

function linkOf(elements: readonly Element[], stem?: string): string | null {
  try {
    return digitalLink(elements, stem)
  } catch {
    return null
  }
}

interface TableEntry {
  readonly ai: string
  readonly fixedNoFNC1: boolean
  readonly dlAttr: boolean
  readonly spec: readonly string[]
  readonly attrs: readonly string[]
  readonly title: string
}

const theirChecks: Readonly<Record<string, string>> = {
  checkDigit: 'csum',
  checkPair: 'csumalpha',
  prefix: 'gcppos1',
  prefix2: 'gcppos2',
  date: 'yymmdd',
  dateOrMonth: 'yymmd0',
  longDate: 'yyyymmdd',
  hourMinute: 'hhmi',
  hour: 'hh',
  country: 'iso3166',
  countryOr999: 'iso3166999',
  countryLetters: 'iso3166alpha2',
  currency: 'iso4217',
  percent: 'pcenc',
  pieceOfTotal: 'pieceoftotal',
  positionOfTotal: 'posinseqslash',
  coupon: 'couponcode',
  positiveOffer: 'couponposoffer',
  packageType: 'packagetype',
  mediaType: 'mediatype',
  importer: 'importeridx',
  sex: 'iso5218',
  yesNo: 'yesno',
  minus: 'hyphen',
  hasLetter: 'hasnondigit',
  nonZero: 'nonzero',
  noLeadingZero: 'nozeroprefix',
}

function factsOfOurs(identifier: ApplicationIdentifier): unknown {
  const kinds = { d: 'N', t: 'X', k: 'Y', b: 'Z' }
  return {
    ai: identifier.ai,
    title: identifier.title,
    hasAgreedLength: !identifier.needsSeparator,
    isLinkAttribute: identifier.isLinkAttribute,
    parts: identifier.parts.map((part) => {
      const length = `${part.minLength === part.maxLength ? '' : '..'}${part.maxLength}`
      const format = part.isOptional ? `[${kinds[part.kind]}${length}]` : kinds[part.kind] + length
      // Minutes and seconds are one check here.
      return [format, ...part.checks.map((check) => theirChecks[check] ?? check)].join(',').replace('sixtieth', 'mi')
    }),
    needs: identifier.needs.map((group) => group.join('+')).join(','),
    excludes: identifier.excludes.join(','),
    key: identifier.linkQualifiers?.map((sequence) => sequence.join(',')).join('|') ?? null,
  }
}

function factsOfTheirs({ ai, title, fixedNoFNC1, dlAttr, spec, attrs }: TableEntry): unknown {
  const value = (name: string): string =>
    attrs.find((attribute) => attribute.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return {
    ai,
    title,
    hasAgreedLength: fixedNoFNC1,
    isLinkAttribute: dlAttr,
    parts: spec.map((part) => part.replace(',ss', ',mi')),
    needs: value('req').replaceAll('n', '?'),
    excludes: value('ex').replaceAll('n', '?'),
    key: attrs.includes('dlpkey') ? '' : value('dlpkey') || null,
  }
}
