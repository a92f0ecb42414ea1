/**
 * The GS1 Application Identifiers: what each value looks like and which others it needs or excludes.
 * Source: GS1 General Specifications, sections 3 (definitions), 4.13 (required and invalid pairs) and 7.8 (lengths);
 * keys and qualifiers: GS1 Digital Link standard, URI syntax.
 *
 * Format of a value: parts in order, each `<length><kind>[?][:checks]`. `14d` is 14 characters, `..20t` one to twenty;
 * `?` marks a part that may be missing. Kinds: d digits, t text (set 82), k key characters (set 39), b base64url.
 */
import type { ValueCheck } from './value-checks'

export type CharacterKind = 'd' | 't' | 'k' | 'b'

export interface ValuePart {
  readonly kind: CharacterKind
  readonly minLength: number
  readonly maxLength: number
  readonly isOptional: boolean
  readonly checks: readonly ValueCheck[]
}

export interface ApplicationIdentifier {
  readonly ai: string
  /** The data title printed on labels. */
  readonly title: string
  readonly parts: readonly ValuePart[]
  readonly minLength: number
  readonly maxLength: number
  /** A separator (FNC1) follows unless it is the last. */
  readonly needsSeparator: boolean
  /** One of these groups must be there in full. `31??` stands for any AI of that form. */
  readonly needs: readonly (readonly string[])[]
  readonly excludes: readonly string[]
  /** For a Digital Link key: the sequences of qualifiers that may follow it in the path. */
  readonly linkQualifiers: readonly (readonly string[])[] | undefined
  readonly isLinkAttribute: boolean
  readonly measure: { readonly name: string; readonly unit: string } | undefined
}

interface Rules {
  readonly needs?: string
  readonly not?: string
  readonly key?: string
  /** Never behind the question mark of a Digital Link: a qualifier of the path, or in no link at all. */
  readonly notLinkAttribute?: true
  readonly measure?: { readonly name: string; readonly unit: string }
}

/** `310*5` stands for 3100 to 3105: the last digit tells the decimals, or simply counts. */
type Row = readonly [ai: string, title: string, format: string, rules?: Rules]

const item = '01 02 03 8006 8026'
const gtin = '01 02 03'
const gtinOrContent = '01 02'
const piece = '01 03 8006'
const variableMeasure = '30 31?? 32?? 35?? 36??'
const variableGtin = '01+30 01+31?? 01+32?? 01+35?? 01+36??'
const logisticUnit = { needs: '00' }
const serviceRelation = '8017 8018'
const gln = '13d:checkDigit,prefix'

const rows: readonly Row[] = [
  // Keys of logistic units and trade items
  ['00', 'SSCC', '18d:checkDigit,prefix2', { key: '' }],
  ['01', 'GTIN', '14d:checkDigit,prefix2', { not: '255 37', key: '22 10 21 | 235' }],
  ['02', 'CONTENT', '14d:checkDigit,prefix2', { needs: '37', not: '01 03' }],
  ['03', 'MTO GTIN', '14d:checkDigit,prefix2', { not: '01 02 37 235', notLinkAttribute: true }],
  // Lot, dates, variants, serial numbers
  ['10', 'BATCH/LOT', '..20t', { needs: item }],
  ['11', 'PROD DATE', '6d:dateOrMonth', { needs: item }],
  ['12', 'DUE DATE', '6d:dateOrMonth', { needs: '8020' }],
  ['13', 'PACK DATE', '6d:dateOrMonth', { needs: item }],
  ['15', 'BEST BEFORE or BEST BY', '6d:dateOrMonth', { needs: item }],
  ['16', 'SELL BY', '6d:dateOrMonth', { needs: item }],
  ['17', 'USE BY or EXPIRY', '6d:dateOrMonth', { needs: '01 02 03 255 8006 8026' }],
  ['20', 'VARIANT', '2d', { needs: item }],
  ['21', 'SERIAL', '..20t', { needs: piece, not: '235', notLinkAttribute: true }],
  ['22', 'CPV', '..20t', { needs: '01', notLinkAttribute: true }],
  ['235', 'TPX', '..28t', { needs: '01', notLinkAttribute: true }],
  ['240', 'ADDITIONAL ID', '..30t', { needs: item }],
  ['241', 'CUST. PART No.', '..30t', { needs: item }],
  ['242', 'MTO VARIANT', '..6d', { needs: '01 02 8006 8026' }],
  ['243', 'PCN', '..20t', { needs: '01 03' }],
  ['250', 'SECONDARY SERIAL', '..30t', { needs: '01+21 03+21 8006+21' }],
  ['251', 'REF. TO SOURCE', '..30t', { needs: piece }],
  ['253', 'GDTI', '13d:checkDigit,prefix ..17t?', { key: '' }],
  ['254', 'GLN EXTENSION COMPONENT', '..20t', { needs: '414', notLinkAttribute: true }],
  ['255', 'GCN', '13d:checkDigit,prefix ..12d?', { key: '', not: '01 02 415 8006 8020 8026' }],
  // Counts, amounts, prices; the weights and measures 31 to 36 follow from their own list below
  ['30', 'VAR. COUNT', '..8d', { needs: gtinOrContent }],
  ['37', 'COUNT', '..8d', { needs: '00+02 00+8026' }],
  ['390*9', 'AMOUNT', '..15d', { needs: '255 8020', not: '390? 391? 394? 8111' }],
  ['391*9', 'AMOUNT', '3d:currency ..15d', { needs: '8020', not: '391?' }],
  ['392*9', 'PRICE', '..15d', { needs: variableGtin, not: '392? 393?' }],
  ['393*9', 'PRICE', '3d:currency ..15d', { needs: variableMeasure, not: '393?' }],
  ['394*3', 'PRCNT OFF', '4d', { needs: '255', not: '394? 8111' }],
  ['395*5', 'PRICE/UoM', '6d', { needs: variableMeasure, not: '392? 393? 395? 8005' }],
  // Orders, consignments, places
  ['400', 'ORDER NUMBER', '..30t'],
  ['401', 'GINC', '..30t:prefix', { key: '' }],
  ['402', 'GSIN', '17d:checkDigit,prefix', { key: '' }],
  ['403', 'ROUTE', '..30t', logisticUnit],
  ['410', 'SHIP TO LOC', gln],
  ['411', 'BILL TO', gln],
  ['412', 'PURCHASE FROM', gln],
  ['413', 'SHIP FOR LOC', gln],
  ['414', 'LOC No.', gln, { key: '254 | 7040' }],
  ['415', 'PAY TO', gln, { needs: '8020', key: '8020' }],
  ['416', 'PROD/SERV LOC', gln],
  ['417', 'PARTY', gln, { key: '7040' }],
  ['420', 'SHIP TO POST', '..20t', { not: '421' }],
  ['421', 'SHIP TO POST', '3d:country ..9t', { not: '4307' }],
  ['422', 'ORIGIN', '3d:country', { needs: item, not: '426' }],
  [
    '423',
    'COUNTRY - INITIAL PROCESS',
    '3d:country 3d?:country 3d?:country 3d?:country 3d?:country',
    { needs: gtin, not: '426' },
  ],
  ['424', 'COUNTRY - PROCESS', '3d:country', { needs: gtin, not: '426' }],
  [
    '425',
    'COUNTRY - DISASSEMBLY',
    '3d:country 3d?:country 3d?:country 3d?:country 3d?:country',
    { needs: gtin, not: '426' },
  ],
  ['426', 'COUNTRY - FULL PROCESS', '3d:country', { needs: gtin }],
  ['427', 'ORIGIN SUBDIVISION', '..3t', { needs: '01+422 02+422 03+422' }],
  // Transport
  ['4300', 'SHIP TO COMP', '..35t:percent', logisticUnit],
  ['4301', 'SHIP TO NAME', '..35t:percent', logisticUnit],
  ['4302', 'SHIP TO ADD1', '..70t:percent', logisticUnit],
  ['4303', 'SHIP TO ADD2', '..70t:percent', { needs: '4302' }],
  ['4304', 'SHIP TO SUB', '..70t:percent', logisticUnit],
  ['4305', 'SHIP TO LOC', '..70t:percent', logisticUnit],
  ['4306', 'SHIP TO REG', '..70t:percent', logisticUnit],
  ['4307', 'SHIP TO COUNTRY', '2t:countryLetters', logisticUnit],
  ['4308', 'SHIP TO PHONE', '..30t', logisticUnit],
  ['4309', 'SHIP TO GEO', '10d:latitude 10d:longitude', logisticUnit],
  ['4310', 'RTN TO COMP', '..35t:percent', logisticUnit],
  ['4311', 'RTN TO NAME', '..35t:percent', logisticUnit],
  ['4312', 'RTN TO ADD1', '..70t:percent', logisticUnit],
  ['4313', 'RTN TO ADD2', '..70t:percent', { needs: '4312' }],
  ['4314', 'RTN TO SUB', '..70t:percent', logisticUnit],
  ['4315', 'RTN TO LOC', '..70t:percent', logisticUnit],
  ['4316', 'RTN TO REG', '..70t:percent', logisticUnit],
  ['4317', 'RTN TO COUNTRY', '2t:countryLetters', logisticUnit],
  ['4318', 'RTN TO POST', '..20t', logisticUnit],
  ['4319', 'RTN TO PHONE', '..30t', logisticUnit],
  ['4320', 'SRV DESCRIPTION', '..35t:percent', logisticUnit],
  ['4321', 'DANGEROUS GOODS', '1d:yesNo', logisticUnit],
  ['4322', 'AUTH TO LEAVE', '1d:yesNo', logisticUnit],
  ['4323', 'SIG REQUIRED', '1d:yesNo', logisticUnit],
  ['4324', 'NOT BEF DEL DT', '6d:dateOrMonth 4d:hourMinute', logisticUnit],
  ['4325', 'NOT AFT DEL DT', '6d:dateOrMonth 4d:hourMinute', logisticUnit],
  ['4326', 'REL DATE', '6d:date', logisticUnit],
  ['4330', 'MAX TEMP F.', '6d 1t?:minus', { needs: '00', not: '4331' }],
  ['4331', 'MAX TEMP C.', '6d 1t?:minus', { needs: '00', not: '4330' }],
  ['4332', 'MIN TEMP F.', '6d 1t?:minus', { needs: '00', not: '4333' }],
  ['4333', 'MIN TEMP C.', '6d 1t?:minus', { needs: '00', not: '4332' }],
  // Food, fish, processing
  ['7001', 'NSN', '13d', { needs: '01 02 8006 8026' }],
  ['7002', 'MEAT CUT', '..30t', { needs: gtinOrContent }],
  ['7003', 'EXPIRY TIME', '6d:date 4d:hourMinute', { needs: gtin }],
  ['7004', 'ACTIVE POTENCY', '..4d', { needs: '01+10 03+10' }],
  ['7005', 'CATCH AREA', '..12t', { needs: gtinOrContent }],
  ['7006', 'FIRST FREEZE DATE', '6d:date', { needs: gtinOrContent }],
  ['7007', 'HARVEST DATE', '6d:date 6d?:date', { needs: gtinOrContent }],
  ['7008', 'AQUATIC SPECIES', '..3t', { needs: gtinOrContent }],
  ['7009', 'FISHING GEAR TYPE', '..10t', { needs: gtinOrContent }],
  ['7010', 'PROD METHOD', '..2t', { needs: gtin }],
  ['7011', 'TEST BY DATE', '6d:date 4d?:hourMinute', { needs: gtin }],
  ['7020', 'REFURB LOT', '..20t', { needs: '01+416 03+416 8006+416' }],
  ['7021', 'FUNC STAT', '..20t', { needs: piece }],
  ['7022', 'REV STAT', '..20t', { needs: '01+7021 03+7021 8006+7021' }],
  ['7023', 'GIAI - ASSEMBLY', '..30t:prefix'],
  ['703*9', 'PROCESSOR # *', '3d:countryOr999 ..27t', { needs: gtinOrContent }],
  ['7040', 'UIC+EXT', '1d 1t 1t 1t:importer', { notLinkAttribute: true }],
  ['7041', 'UFRGT UNIT TYPE', '..4t:packageType', { needs: '00', notLinkAttribute: true }],
  // National healthcare numbers, certificates, people
  ['710', 'NHRN PZN', '..20t', { needs: '01' }],
  ['711', 'NHRN CIP', '..20t', { needs: '01' }],
  ['712', 'NHRN CN', '..20t', { needs: '01' }],
  ['713', 'NHRN DRN', '..20t', { needs: '01' }],
  ['714', 'NHRN AIM', '..20t', { needs: '01' }],
  ['715', 'NHRN NDC', '..20t', { needs: '01' }],
  ['716', 'NHRN AIC', '..20t', { needs: '01' }],
  ['717', 'NHRN SRN', '..20t', { needs: '01' }],
  ['723*9', 'CERT # *', '2t ..28t', { needs: '01 8004' }],
  ['7240', 'PROTOCOL', '..20t', { needs: '01 8006', not: '03' }],
  ['7241', 'AIDC MEDIA TYPE', '2d:mediaType', { needs: serviceRelation }],
  ['7242', 'VCN', '..25t', { needs: serviceRelation }],
  ['7250', 'DOB', '8d:longDate', { needs: '8018', not: '7251' }],
  ['7251', 'DOB TIME', '8d:longDate 4d:hourMinute', { needs: '8018', not: '7250' }],
  ['7252', 'BIO SEX', '1d:sex', { needs: '8018' }],
  ['7253', 'FAMILY NAME', '..40t:percent', { needs: serviceRelation, not: '7256 7259' }],
  ['7254', 'GIVEN NAME', '..40t:percent', { needs: serviceRelation, not: '7256 7259' }],
  ['7255', 'SUFFIX', '..10t', { needs: serviceRelation, not: '7256 7259' }],
  ['7256', 'FULL NAME', '..90t:percent', { needs: serviceRelation }],
  ['7257', 'PERSON ADDR', '..70t:percent', { needs: '8018' }],
  ['7258', 'BIRTH SEQUENCE', '3t:positionOfTotal', { needs: '8018+7259' }],
  ['7259', 'BABY', '..40t:percent', { needs: '8018', not: '7256' }],
  // Other keys and attributes
  ['8001', 'DIMENSIONS', '4d:nonZero 5d:nonZero 3d:nonZero 1d:winding 1d', { needs: '01' }],
  ['8002', 'CMT No.', '..20t'],
  ['8003', 'GRAI', '1d:zero 13d:checkDigit,prefix ..16t?', { key: '' }],
  ['8004', 'GIAI', '..30t:prefix', { key: '7040' }],
  ['8005', 'PRICE PER UNIT', '6d', { needs: gtinOrContent }],
  ['8006', 'ITIP', '14d:checkDigit,prefix2 4d:pieceOfTotal', { not: '01 03 37', key: '22 10 21' }],
  ['8007', 'IBAN', '..34t:iban', { needs: '415' }],
  ['8008', 'PROD TIME', '6d:date 2d:hour 2d?:sixtieth 2d?:sixtieth', { needs: gtin }],
  ['8009', 'OPTSEN', '..50t', { needs: '00 01 03' }],
  ['8010', 'CPID', '..30k:prefix', { key: '8011' }],
  ['8011', 'CPID SERIAL', '..12d:noLeadingZero', { needs: '8010', notLinkAttribute: true }],
  ['8012', 'VERSION', '..20t', { needs: piece }],
  ['8013', 'GMN', '..25t:checkPair,prefix', { key: '' }],
  ['8014', 'MUDI', '..25t:checkPair,prefix,hasLetter', { needs: '01', notLinkAttribute: true }],
  ['8017', 'GSRN - PROVIDER', '18d:checkDigit,prefix', { not: '8018', key: '8019' }],
  ['8018', 'GSRN - RECIPIENT', '18d:checkDigit,prefix', { not: '8017', key: '8019' }],
  ['8019', 'SRIN', '..10d', { needs: serviceRelation, notLinkAttribute: true }],
  ['8020', 'REF No.', '..25t', { needs: '415', notLinkAttribute: true }],
  ['8026', 'ITIP CONTENT', '14d:checkDigit,prefix2 4d:pieceOfTotal', { needs: '37', not: '02 03 8006' }],
  ['8030', 'DIGSIG', '..90b', { needs: '00 01+21 03+21 253 255 8003 8004 8006+21 8010+8011 8017 8018' }],
  ['8040', 'IMEI', '15d', { needs: '01+21', notLinkAttribute: true }],
  ['8041', 'IMEI2', '15d', { needs: '01+21+8040', notLinkAttribute: true }],
  ['8042', 'ESIM', '32d', { needs: '01+21+8040', notLinkAttribute: true }],
  ['8043', 'PSIM', '18d ..2d?', { needs: '01+21+8040', notLinkAttribute: true }],
  ['8110', '', '..70t:coupon'],
  ['8111', 'POINTS', '4d', { needs: '255' }],
  ['8112', '', '..70t:positiveOffer'],
  ['8200', 'PRODUCT URL', '..70t', { needs: '01', notLinkAttribute: true }],
  // By agreement between partners, or within the company
  ['90', 'INTERNAL', '..30t'],
  ['9*1-9', 'INTERNAL', '..90t'],
]

/**
 * Six digits with decimals in the last digit of the AI. `item`: what one trade item holds; `unit`: what a logistic
 * unit measures on the outside (titled "log", needs an SSCC or GTIN).
 */
const measureLines = `
  310 item netWeight kg NET WEIGHT (kg)
  311 item length m LENGTH (m)
  312 item width m WIDTH (m)
  313 item height m HEIGHT (m)
  314 item area m2 AREA (m²)
  315 item netVolume l NET VOLUME (l)
  316 item netVolume m3 NET VOLUME (m³)
  320 item netWeight lb NET WEIGHT (lb)
  321 item length in LENGTH (in)
  322 item length ft LENGTH (ft)
  323 item length yd LENGTH (yd)
  324 item width in WIDTH (in)
  325 item width ft WIDTH (ft)
  326 item width yd WIDTH (yd)
  327 item height in HEIGHT (in)
  328 item height ft HEIGHT (ft)
  329 item height yd HEIGHT (yd)
  330 unit grossWeight kg GROSS WEIGHT (kg)
  331 unit outerLength m LENGTH (m), log
  332 unit outerWidth m WIDTH (m), log
  333 unit outerHeight m HEIGHT (m), log
  334 unit outerArea m2 AREA (m²), log
  335 unit outerVolume l VOLUME (l), log
  336 unit outerVolume m3 VOLUME (m³), log
  337 gtin arealDensity kg/m2 KG PER m²
  340 unit grossWeight lb GROSS WEIGHT (lb)
  341 unit outerLength in LENGTH (in), log
  342 unit outerLength ft LENGTH (ft), log
  343 unit outerLength yd LENGTH (yd), log
  344 unit outerWidth in WIDTH (in), log
  345 unit outerWidth ft WIDTH (ft), log
  346 unit outerWidth yd WIDTH (yd), log
  347 unit outerHeight in HEIGHT (in), log
  348 unit outerHeight ft HEIGHT (ft), log
  349 unit outerHeight yd HEIGHT (yd), log
  350 item area in2 AREA (in²)
  351 item area ft2 AREA (ft²)
  352 item area yd2 AREA (yd²)
  353 unit outerArea in2 AREA (in²), log
  354 unit outerArea ft2 AREA (ft²), log
  355 unit outerArea yd2 AREA (yd²), log
  356 item netWeight ozt NET WEIGHT (tr oz)
  357 item netVolume oz NET VOLUME (oz)
  360 item netVolume qt NET VOLUME (qt (US))
  361 item netVolume gal NET VOLUME (gal.)
  362 unit outerVolume qt VOLUME (qt (US)), log
  363 unit outerVolume gal VOLUME (gal (US)), log
  364 item netVolume in3 NET VOLUME (in³)
  365 item netVolume ft3 NET VOLUME (ft³)
  366 item netVolume yd3 NET VOLUME (yd³)
  367 unit outerVolume in3 VOLUME (in³), log
  368 unit outerVolume ft3 VOLUME (ft³), log
  369 unit outerVolume yd3 VOLUME (yd³), log
`

const measureNeeds: Readonly<Record<string, string>> = { item: gtinOrContent, unit: '00 01', gtin: '01' }

function measureRows(): Row[] {
  return measureLines
    .trim()
    .split('\n')
    .map((line): Row => {
      const [prefix = '', scope = '', name = '', unit = '', ...title] = line.trim().split(' ')
      const rules = { needs: measureNeeds[scope] ?? '', not: `${prefix}?`, measure: { name, unit } }
      return [`${prefix}*5`, title.join(' '), '6d', rules]
    })
}

/** Values of AIs that begin so have a length agreed for ever; no separator follows them. */
const agreedLengths = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

function parsePart(text: string): ValuePart {
  const match = /^(\.\.)?(\d+)([dtkb])(\?)?(?::(.+))?$/.exec(text)
  if (match === null) throw new RangeError(`format ${text}`)
  const [, open, length = '', kind, optional, checks = ''] = match
  return {
    kind: kind as CharacterKind,
    minLength: open === undefined ? Number(length) : 1,
    maxLength: Number(length),
    isOptional: optional !== undefined,
    checks: checks.split(',').filter((check) => check !== '') as ValueCheck[],
  }
}

function expandNumbers(pattern: string): { ai: string; last: string }[] {
  const [stem = '', range] = pattern.split('*')
  if (range === undefined) return [{ ai: pattern, last: '' }]
  const [from, to = from] = range.includes('-') ? range.split('-') : ['0', range]
  const count = Number(to) - Number(from) + 1
  return Array.from({ length: count }, (_, at) => String(Number(from) + at)).map((last) => ({ ai: stem + last, last }))
}

/** `CERT # *` of 7230 is CERT # 1; `PROCESSOR # *` of 7030 is PROCESSOR # 0. */
function titleOf(title: string, last: string): string {
  return title.replace('*', title.startsWith('CERT') ? String(Number(last) + 1) : last)
}

function buildTable(): Map<string, ApplicationIdentifier> {
  const table = new Map<string, ApplicationIdentifier>()
  for (const [pattern, title, format, rules = {}] of [...rows, ...measureRows()]) {
    const parts = words(format).map(parsePart)
    for (const { ai, last } of expandNumbers(pattern)) {
      table.set(ai, {
        ai,
        title: titleOf(title, last),
        parts,
        minLength: parts.reduce((sum, part) => sum + (part.isOptional ? 0 : part.minLength), 0),
        maxLength: parts.reduce((sum, part) => sum + part.maxLength, 0),
        needsSeparator: !agreedLengths.test(ai),
        needs: words(rules.needs ?? '').map((group) => group.split('+')),
        excludes: words(rules.not ?? ''),
        linkQualifiers: rules.key?.split('|').map(words),
        isLinkAttribute: rules.notLinkAttribute === undefined,
        measure: rules.measure,
      })
    }
  }
  return table
}

const table = buildTable()

/** All AIs that begin with the same two digits have the same length. */
const lengthByStart = new Map([...table.keys()].map((ai) => [ai.slice(0, 2), ai.length]))

export function findIdentifier(ai: string): ApplicationIdentifier | undefined {
  return table.get(ai)
}

/** The AI that unbracketed data begins with. */
export function identifierAtStart(data: string): ApplicationIdentifier | undefined {
  const length = lengthByStart.get(data.slice(0, 2))
  return length === undefined ? undefined : table.get(data.slice(0, length))
}

/** Whether an AI is meant by a pattern such as `31??`. */
export function matchesPattern(ai: string, pattern: string): boolean {
  const stem = pattern.replaceAll('?', '')
  return ai.length === pattern.length && ai.startsWith(stem)
}
