import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FoundRecord } from '../../../../shared/backups'
import type { Right } from '../../../../shared/contracts/procedure'
import { refuse } from '../../../../shared/errors'
import { commandLineActor } from '../../../foundation/access'
import type { Actor } from '../../../kernel/dispatch'
import { openCompany, type Company } from '../../../rooms'
import { isRunning } from '../running'

const MARK = 'kontor-look-'
const MOST_HITS = 50

/** `sales.order` is read by `sales.getOrder`. */
const readerOf = (kind: string): string => {
  const [room = '', noun = ''] = kind.split('.')
  return `${room}.get${noun.charAt(0).toUpperCase()}${noun.slice(1)}`
}

/**
 * A snapshot as it is looked into: fetched once into a passing file, asked through the same door as the company, with
 * the rights of whoever looks. One at a time; the file goes with the look.
 */
export class LookUp {
  #opened: { readonly key: string; readonly folder: string; readonly company: Company } | undefined

  constructor(private readonly fetch: (id: string, name: string, to: string) => Promise<unknown>) {
    removeLeftOvers()
  }

  async find(id: string, name: string, text: string, rights: readonly Right[]): Promise<FoundRecord[]> {
    const { dispatcher } = await this.open(id, name)
    const { hits } = dispatcher.call(lookerWith(rights), 'search.find', { text, limit: MOST_HITS }) as {
      hits: FoundRecord[]
    }
    return hits.filter(({ kind }) => dispatcher.rightOf(readerOf(kind)) !== undefined)
  }

  async read(id: string, name: string, kind: string, record: number, rights: readonly Right[]): Promise<unknown> {
    const { dispatcher } = await this.open(id, name)
    if (dispatcher.isCommand(readerOf(kind))) refuse('app.unknownProcedure', { procedure: kind })
    return dispatcher.call(lookerWith(rights), readerOf(kind), { id: record })
  }

  end(): void {
    this.#opened?.company.close()
    if (this.#opened !== undefined) rmSync(this.#opened.folder, { recursive: true, force: true })
    this.#opened = undefined
  }

  private async open(id: string, name: string): Promise<Company> {
    const key = `${id} ${name}`
    if (this.#opened?.key === key) return this.#opened.company
    this.end()
    const folder = mkdtempSync(join(tmpdir(), `${MARK}${process.pid}-`))
    try {
      const path = join(folder, 'company.kontor')
      await this.fetch(id, name, path)
      // Nobody else has it, so one of an older version is simply brought up to date.
      openCompany(path, { mode: 'write' }).close()
      this.#opened = { key, folder, company: openCompany(path, { mode: 'read' }) }
      return this.#opened.company
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  }
}

const lookerWith = (rights: readonly Right[]): Actor => ({ ...commandLineActor('snapshot'), rights: new Set(rights) })

/** Of a process that was ended at work. */
function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(MARK) ? Number(/^\d+/.exec(name.slice(MARK.length))?.[0] ?? 0) : 0
    if (pid > 0 && pid !== process.pid && !isRunning(pid))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
