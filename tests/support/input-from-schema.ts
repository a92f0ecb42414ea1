import * as fc from 'fast-check'
import type { z } from 'zod'

type Definition = { readonly type: string } & Readonly<Record<string, unknown>>
type Schema = z.core.$ZodType

const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition

/** What people, scanners and attackers put where something else belongs. */
const NONSENSE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    '0',
    'null',
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    "'; DROP TABLE sales_order; --",
    '%',
    '\u0000',
    '\uD800',
    '𝟙２३',
    '../../etc/passwd',
    'x'.repeat(100_000),
    0,
    -0,
    -1,
    0.1,
    1e21,
    -1e21,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    Number.MAX_SAFE_INTEGER,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [],
    {},
    [[]],
    { length: 1e9 },
    JSON.parse('{"__proto__": {"polluted": true}}'),
  ),
  fc.string(),
  fc.integer(),
  fc.double(),
)

const DATES = ['2026-03-02', '2026-03-03', '2026-03-31', '2026-12-31', '2027-02-28', '1900-01-01', '2999-12-31']
const BINS = ['A-01-1', 'A-02-1', 'A-03-2', 'DOCK-1', 'PACK-1']

/** What a field of that name means to a person: real things first, so that the rules behind the schema are reached. */
const MEANINGS: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/(^|[a-z])(On|from|to|before|asOf|startsOn)$|^on$/, DATES],
  [/BinScan$|^binScan$/, BINS],
  [/^(itemScan|scan)$/, ['BOLT', 'TEA', '4006381333931', '5901234123457', 'A-01-1']],
  [/^lotCode$/, ['L1', 'L2']],
  [/^accountCode$/, ['1002', '3001', '5602', '1122']],
  [/^taxCode$/, ['standard', 'reduced']],
  [/^supplierId$/, [1, 1, 1, 2]],
  [/^customerId$/, [2, 2, 2, 1]],
  [/^warehouseId$/, [1, 1, 1, 2]],
  [/^(itemId|packId)$/, [1, 1, 2, 2, 3]],
  [/^(id|[a-z]+Id)$|Ids$/i, [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6]],
  [/Micro$/, [1_000_000, 2_000_000, 3_000_000, 500_000, 1, 10_000_000_000, 999_999_999_999_999]],
  [/Minor$/, [100, -100, 5_000, 1, 9_007_199_254_740_990]],
  [/^(direction|kind|side|role|state|status)$/, []],
  [/^unit$|^baseUnit$/, ['pc']],
  [/^baseQuantity$/, [1, 1, 6]],
  // A house of 200,000 bins is allowed, and takes its time.
  [/^(aisles|baysPerAisle|levels)$/, [1, 2, 3]],
]

/** Values that fit a schema as far as shape and limits go. */
export function fitting(schema: Schema, field = ''): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema)
  const meant = MEANINGS.find(([pattern]) => pattern.test(field))?.[1] ?? []
  const isSimple = definition.type === 'string' || definition.type === 'number'
  if (!isSimple || meant.length === 0) return ofType(schema, definition, field)
  if (/^(aisles|baysPerAisle|levels)$/.test(field)) return fc.constantFrom(...meant)
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...meant) }, ofType(schema, definition, field))
}

function ofType(schema: Schema, definition: Definition, field: string): fc.Arbitrary<unknown> {
  const inner = (): fc.Arbitrary<unknown> => fitting(definition['innerType'] as Schema, field)
  switch (definition.type) {
    case 'object':
      return objectOf(definition['shape'] as Readonly<Record<string, Schema>>)
    case 'array':
      return fc.array(fitting(definition['element'] as Schema, field), { minLength: 1, maxLength: 3 })
    case 'union':
      return fc.oneof(...(definition['options'] as readonly Schema[]).map((option) => fitting(option, field)))
    case 'record':
      return fc.dictionary(
        fc.string({ minLength: 1, maxLength: 8 }),
        fitting(definition['valueType'] as Schema, field),
        {
          maxKeys: 3,
        },
      )
    case 'unknown':
      return fc.jsonValue({ maxDepth: 2 })
    case 'literal':
      return fc.constantFrom(...(definition['values'] as readonly unknown[]))
    case 'optional':
    case 'prefault':
    case 'default':
      return fc.oneof(inner(), fc.constant(undefined))
    case 'nullable':
      return fc.oneof(inner(), fc.constant(null))
    case 'enum':
      return fc.constantFrom(...Object.values(definition['entries'] as Readonly<Record<string, unknown>>))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return numberOf(schema)
    case 'string':
      return textOf(schema)
    case 'pipe':
      return fitting(definition['in'] as Schema, field)
    default:
      throw new Error(`no values for a schema of type ${definition.type}`)
  }
}

function objectOf(shape: Readonly<Record<string, Schema>>): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [
      field,
      field === 'idempotencyKey' ? fc.uuid() : fitting(schema, field),
    ]),
  )
  // A field that is left out differs from one that is undefined only to the schema of a careless author: both happen.
  return fc.record(fields).map((entries) => {
    const given = Object.entries(entries).filter(([, value]) => value !== undefined)
    return Object.fromEntries(given)
  })
}

function numberOf(schema: Schema): fc.Arbitrary<number> {
  const { minimum, maximum } = schema._zod.bag as { minimum?: number; maximum?: number }
  const least = Math.max(minimum ?? Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER)
  const most = Math.min(maximum ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const small = fc.integer({ min: Math.max(least, -3), max: Math.min(most, 12) })
  const usual = fc
    .integer({ min: Math.max(least, 0), max: Math.min(most, 50) })
    .map((n) => clamp(n * 1_000_000, least, most))
  return fc.oneof(
    { weight: 4, arbitrary: small },
    { weight: 3, arbitrary: usual },
    fc.maxSafeInteger().map((n) => clamp(n, least, most)),
    fc.constantFrom(least, most),
  )
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

function textOf(schema: Schema): fc.Arbitrary<string> {
  const { maximum = 200 } = schema._zod.bag as { maximum?: number }
  const real = fc.constantFrom(
    '2026-03-02',
    '2026-12-31',
    '1999-01-01',
    'A-01-1',
    'BOLT',
    'TEA',
    'L1',
    '1002',
    'sales.order',
    'standard',
    '4006381333931',
    '(01)05901234123457(17)261231(10)L1',
    ']C10105901234123457172612311010L1\u001D3710',
    '中文名',
    'name',
    '5714',
  )
  return fc.oneof({ weight: 3, arbitrary: real }, fc.string({ minLength: 1, maxLength: Math.min(maximum, 60) }))
}

/** An input that fits, with one or two places of it spoilt: replaced, left out, or given in addition. */
export function spoilt(schema: Schema): fc.Arbitrary<unknown> {
  const blow = fc.record({ at: fc.nat(1_000), how: fc.constantFrom('replace', 'drop', 'add'), what: NONSENSE })
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(fitting(schema), fc.array(blow, { minLength: 1, maxLength: 2 }))
        .map(([input, blows]) => blows.reduce<unknown>(strike, input)),
    },
    NONSENSE,
  )
}

function strike(input: unknown, { at, how, what }: { at: number; how: string; what: unknown }): unknown {
  const copy = structuredClone(input)
  const places: { parent: Record<string, unknown>; key: string }[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      if (key === 'idempotencyKey') continue
      places.push({ parent: node as Record<string, unknown>, key })
      visit((node as Record<string, unknown>)[key])
    }
  }
  visit(copy)
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return how === 'add' ? what : copy
  if (how === 'replace') place.parent[place.key] = what
  else if (how === 'drop') delete place.parent[place.key]
  else place.parent['somethingElse'] = what
  return copy
}
