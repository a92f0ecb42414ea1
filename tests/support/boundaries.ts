// Reads every import under a src/ folder and says which break the rules of the house (docs/ARCHITECTURE.md: floors and
// rooms). tests/tidy.test.ts holds it against the program, and against a folder of known offenders.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { parseSync } from 'oxc-parser'

export type Rule =
  | 'unreadable'
  | 'unresolved'
  | 'floor'
  | 'sideways'
  | 'circle'
  | 'front door'
  | 'side'
  | 'feature'
  | 'electron'
  | 'sql'

export interface Violation {
  readonly file: string
  readonly line: number
  readonly rule: Rule
  readonly detail: string
}

export interface Reading {
  readonly files: readonly string[]
  readonly importCount: number
  readonly violations: readonly Violation[]
}

/** Imports go down only. Composition knows all rooms; only what stands above it may know composition. */
const FLOORS = [
  'kernel',
  'foundation',
  'ledgers',
  'operations',
  'outlets',
  'migrations',
  'composition',
  'edge',
  'entry',
]

/** Floors whose parts may call each other freely: the kernel has no rooms, the entries are one program. */
const OPEN_FLOORS = new Set(['kernel', 'migrations', 'composition', 'entry'])

const QUERY_BUILDERS = new Set([
  'selectFrom',
  'selectNoFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'replaceInto',
  'mergeInto',
  'withRecursive',
  'prepare',
])

const SQL_TEXT =
  /^\s*(SELECT [\w*(.'"]|INSERT (OR \w+ )?INTO |UPDATE \w+ SET |DELETE FROM |WITH \w+ AS |(LEFT )?JOIN \w+ )/

interface Reference {
  readonly specifier: string
  readonly line: number
  readonly isTypeOnly: boolean
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

interface Parsed {
  readonly references: readonly Reference[]
  readonly sqlLines: readonly { readonly line: number; readonly detail: string }[]
  readonly roomCalls: ReadonlyMap<string, readonly string[]> | undefined
}

/** @param root the folder that holds src/ */
export function readBoundaries(root: string): Reading {
  const files = sourcesUnder(join(root, 'src')).map((path) => relative(root, path).split(sep).join('/'))
  const violations: Violation[] = []
  const parsed = new Map<string, Parsed>()
  for (const file of files) {
    try {
      parsed.set(file, parse(file, readFileSync(join(root, file), 'utf8')))
    } catch (error) {
      violations.push({ file, line: 1, rule: 'unreadable', detail: String(error) })
    }
  }

  const roomCalls = parsed.get('src/main/rooms.ts')?.roomCalls ?? new Map<string, readonly string[]>()
  violations.push(...faultsOfRoomCalls(roomCalls, files))
  let importCount = 0
  for (const [file, { references, sqlLines }] of parsed) {
    importCount += references.length
    for (const reference of references) violations.push(...faultsOfImport(root, file, reference, roomCalls))
    if (!mayHoldSql(file)) {
      for (const { line, detail } of sqlLines) violations.push({ file, line, rule: 'sql', detail })
    }
  }
  return { files, importCount, violations }
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesUnder(path)
    return /\.(ts|tsx|mts|cts)$/.test(entry.name) ? [path] : []
  })
}

function parse(file: string, code: string): Parsed {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(errors[0]?.message ?? 'syntax error')
  const lineAt = (offset: number): number => code.slice(0, offset).split('\n').length
  const references: Reference[] = []
  const sqlLines: { line: number; detail: string }[] = []
  let roomCalls: Map<string, readonly string[]> | undefined

  visit(program as unknown as Node, (node) => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) {
      const isTypeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType'
      references.push({ specifier, line: lineAt(node.start), isTypeOnly })
    }
    const detail = sqlIn(node)
    if (detail !== undefined) sqlLines.push({ line: lineAt(node.start), detail })
    if (node.type === 'VariableDeclarator' && nameOf(node['id']) === 'roomCalls') {
      roomCalls = listsIn(node['init'] as Node)
    }
  })
  return { references, sqlLines, roomCalls }
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string') {
        visit(child as Node, see)
      }
    }
  }
}

const nameOf = (node: unknown): string | undefined => (node as { name?: string } | null)?.name
const textOf = (node: unknown): string | undefined => {
  const value = (node as { value?: unknown } | null)?.value
  return typeof value === 'string' ? value : undefined
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node['source'])
    case 'TSExternalModuleReference':
      return textOf(node['expression'])
    case 'CallExpression':
      return nameOf(node['callee']) === 'require' ? textOf((node['arguments'] as unknown[])[0]) : undefined
    default:
      return undefined
  }
}

/** Names what makes this node SQL: the query builder, a raw tag, a prepared statement, the driver itself. */
function sqlIn(node: Node): string | undefined {
  if (node.type === 'CallExpression') {
    const callee = node['callee'] as Node
    const method = callee.type === 'MemberExpression' ? nameOf(callee['property']) : undefined
    return method !== undefined && QUERY_BUILDERS.has(method) ? `.${method}(` : undefined
  }
  if (node.type === 'TaggedTemplateExpression' && nameOf(node['tag']) === 'sql') return 'sql`'
  if (node.type === 'ImportDeclaration' && textOf(node['source']) === 'better-sqlite3') return 'better-sqlite3'
  const text = textOf(node) ?? (node.type === 'TemplateElement' ? (node['value'] as { raw: string }).raw : '')
  return SQL_TEXT.exec(text)?.[0].trim()
}

/** The lists of strings in an object literal, whatever `as const` or `satisfies` is wrapped around it. */
function listsIn(init: Node): Map<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>()
  visit(init, (node) => {
    if (node.type !== 'Property') return
    const key = textOf(node['key']) ?? nameOf(node['key'])
    const elements = ((node['value'] as Node)['elements'] ?? []) as unknown[]
    if (key !== undefined)
      lists.set(
        key,
        elements.map(textOf).filter((text) => text !== undefined),
      )
  })
  return lists
}

interface Place {
  readonly side: 'main' | 'renderer' | 'shared' | 'outside'
  readonly floor: string
  /** 'operations/purchasing', 'kernel/db', 'features/sales'; undefined for a file that stands alone on its floor. */
  readonly room: string | undefined
  readonly isFrontDoor: boolean
}

function placeOf(file: string): Place {
  const [src, side, ...rest] = file.split('/')
  if (src !== 'src' || (side !== 'main' && side !== 'renderer' && side !== 'shared')) {
    return { side: 'outside', floor: '', room: undefined, isFrontDoor: false }
  }
  const isFrontDoor = rest.length <= 3 && /^index\.tsx?$/.test(rest[2] ?? '')
  if (side === 'main' && rest.length === 1) {
    return { side, floor: rest[0] === 'rooms.ts' ? 'composition' : 'entry', room: undefined, isFrontDoor: true }
  }
  const floor = rest[0] ?? ''
  return { side, floor, room: rest.length > 2 ? `${floor}/${rest[1]}` : undefined, isFrontDoor }
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

function resolveImport(root: string, from: string, specifier: string): string | undefined {
  const path = resolve(root, dirname(from), specifier.replace(/\?.*$/, ''))
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts'), join(path, 'index.tsx')]
  const found = candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile())
  return found === undefined ? undefined : relative(root, found).split(sep).join('/')
}

function faultsOfImport(
  root: string,
  file: string,
  { specifier, line, isTypeOnly }: Reference,
  roomCalls: ReadonlyMap<string, readonly string[]>,
): Violation[] {
  const from = placeOf(file)
  const fault = (rule: Rule, detail: string): Violation[] => [{ file, line, rule, detail }]
  if (!specifier.startsWith('.')) return faultsOfPackage(file, from, specifier, isTypeOnly, fault)

  const target = resolveImport(root, file, specifier)
  if (target === undefined) return fault('unresolved', `${specifier} is no file`)
  const to = placeOf(target)
  const isAllowedSide =
    to.side === from.side ||
    (to.side === 'shared' && from.side !== 'outside') ||
    (to.side === 'outside' && (isTest(file) || posix.dirname(target).startsWith('resources')))
  if (!isAllowedSide) return fault('side', `${from.side} imports ${target}`)
  // A test may build the whole program around what it tests.
  if (isTest(file) || to.side === 'outside' || to.side !== from.side) return []
  if (from.side === 'renderer') return faultsInRenderer(from, to, target, fault)
  if (from.side === 'main') return faultsInMain(from, to, target, roomCalls, fault)
  return []
}

type Fault = (rule: Rule, detail: string) => Violation[]

function faultsOfPackage(file: string, from: Place, specifier: string, isTypeOnly: boolean, fault: Fault): Violation[] {
  if (isTest(file)) return []
  const isElectron = specifier === 'electron' || specifier.startsWith('electron/')
  const isNode = specifier.startsWith('node:')
  if (from.side !== 'main' && (isElectron || isNode)) return fault('side', `${from.side} imports ${specifier}`)
  const mayKnowElectron = file === 'src/main/index.ts' || from.room === 'edge/window' || from.room === 'edge/updates'
  if (isElectron && !mayKnowElectron) return fault('electron', `${specifier} outside of the shell`)
  if (from.side === 'shared' && specifier === 'react' && !isTypeOnly) return fault('side', 'shared imports react')
  return []
}

function faultsInMain(
  from: Place,
  to: Place,
  target: string,
  roomCalls: ReadonlyMap<string, readonly string[]>,
  fault: Fault,
): Violation[] {
  const faults: Violation[] = []
  const [low, high] = [FLOORS.indexOf(to.floor), FLOORS.indexOf(from.floor)]
  if (low < 0 || high < 0) return fault('floor', `${target}: there is no such floor`)
  if (
    low > high ||
    to.floor === 'entry' ||
    (from.floor === 'migrations' && !['kernel', 'migrations'].includes(to.floor))
  ) {
    faults.push(...fault('floor', `${from.floor} imports ${target}`))
  }
  const isOwn = from.room !== undefined && from.room === to.room
  if (isOwn || to.room === undefined) return faults
  // Migrations and the parts of the kernel are no rooms; a folder of the kernel still has a front door.
  if (!to.isFrontDoor && to.floor !== 'migrations')
    faults.push(...fault('front door', `${target} is inside of ${to.room}`))
  const isListed = roomCalls.get(from.room ?? '')?.includes(to.room) === true
  if (from.floor === to.floor && !OPEN_FLOORS.has(to.floor) && !isListed) {
    faults.push(...fault('sideways', `${from.room ?? from.floor} calls ${to.room}, which rooms.ts does not list`))
  }
  return faults
}

function faultsInRenderer(from: Place, to: Place, target: string, fault: Fault): Violation[] {
  if (from.floor === 'ui' && (to.floor === 'features' || to.floor === 'app')) {
    return fault('feature', `the design system imports ${target}`)
  }
  if (to.floor === 'features' && from.room !== to.room && to.room !== undefined && !to.isFrontDoor) {
    return fault('feature', `${target} is inside of ${to.room}`)
  }
  return []
}

const mayHoldSql = (file: string): boolean =>
  !file.startsWith('src/main/') ||
  isTest(file) ||
  /(-(store|queries)|checks?)\.ts$/.test(file) ||
  file.startsWith('src/main/migrations/') ||
  file.startsWith('src/main/kernel/db/')

/** The list itself: rooms that are there, on one floor, and never in a circle. */
function faultsOfRoomCalls(roomCalls: ReadonlyMap<string, readonly string[]>, files: readonly string[]): Violation[] {
  const faults: Violation[] = []
  const fault = (rule: Rule, detail: string): number =>
    faults.push({ file: 'src/main/rooms.ts', line: 1, rule, detail })
  const rooms = new Set(files.map((file) => placeOf(file).room))
  const circles = new Set<string>()
  for (const [caller, callees] of roomCalls) {
    for (const room of [caller, ...callees]) if (!rooms.has(room)) fault('sideways', `there is no room ${room}`)
    for (const callee of callees) {
      if (caller.split('/')[0] !== callee.split('/')[0]) fault('sideways', `${caller} and ${callee} are on two floors`)
    }
    const circle = circleFrom(caller, roomCalls)
    if (circle) circles.add([...circle].sort().join(', '))
  }
  for (const circle of circles) fault('circle', `these rooms call each other in a circle: ${circle}`)
  return faults
}

function circleFrom(start: string, roomCalls: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const follow = (room: string, path: string[]): string[] | undefined => {
    for (const next of roomCalls.get(room) ?? []) {
      if (next === start) return path
      if (path.includes(next)) continue
      const found = follow(next, [...path, next])
      if (found) return found
    }
    return undefined
  }
  return follow(start, [start])
}
