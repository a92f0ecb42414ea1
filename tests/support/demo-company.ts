/** The demonstration company for the window, its last day today. */
import { createDemo, firstDayOf } from '../../src/main/edge/demo'
import { commandLineActor } from '../../src/main/foundation/access'
import { openCompany } from '../../src/main/rooms'
import { brokenChecks, clientOf, type Client } from './company'

export const DEMO_PASSWORD = 'kontor-demo'

export async function createDemoCompany(
  path: string,
  days: number,
  pack: 'cn-sbe' | 'generic' = 'cn-sbe',
): Promise<void> {
  const firstDay = firstDayOf(days, new Date().toISOString().slice(0, 10))
  await createDemo(path, { days, firstDay, pack })
}

/** Does something in a company file that no window has open; `group` puts many commands into one write to the disk. */
export function inCompany<T>(path: string, work: (client: Client, group: (work: () => void) => void) => T): T {
  const company = openCompany(path, { mode: 'write' })
  try {
    const group = (work: () => void): void => company.dispatcher.group(work)
    return work(
      clientOf(() => company, commandLineActor('test')),
      group,
    )
  } finally {
    company.close()
  }
}

/** Every invariant of a company file that does not hold. */
export function proofsOf(path: string): string[] {
  const company = openCompany(path, { mode: 'read' })
  try {
    return brokenChecks(company.file.reader)
  } finally {
    company.close()
  }
}
