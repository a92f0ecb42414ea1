import { resolve } from 'node:path'
import { commandLineActor } from '../../foundation/access'
import { openCompany, type Company } from '../../rooms'

export interface OpenedCompany {
  readonly company: Company
  /** Asks a procedure as whoever holds the file. */
  call(name: string, input: object): unknown
}

/** Opens a company to read beside whatever else has it open, runs `work`, and closes it again. */
export async function withReader<T>(path: string, work: (opened: OpenedCompany) => T | Promise<T>): Promise<T> {
  const company = openCompany(resolve(path), { mode: 'read' })
  const actor = commandLineActor()
  try {
    return await work({ company, call: (name, input) => company.dispatcher.call(actor, name, input) })
  } finally {
    company.close()
  }
}
