import { resolve } from 'node:path'
import { commandLineActor } from '../../foundation/access'
import { openCompany, type Company } from '../../rooms'
import { directClient, risingKeys, type Client } from '../direct'

export interface OpenedCompany {
  readonly company: Company
  /** All procedures as whoever holds the file. */
  readonly client: Client
}

/** Opens a company to read beside whatever else has it open, runs `work`, and closes it again. */
export async function withReader<T>(path: string, work: (opened: OpenedCompany) => T | Promise<T>): Promise<T> {
  const company = openCompany(resolve(path), { mode: 'read' })
  try {
    const client = directClient(company.dispatcher, commandLineActor(), risingKeys('command-line'))
    return await work({ company, client })
  } finally {
    company.close()
  }
}
