import { describe, expect, it } from 'vitest'
import { contract } from '../../src/shared/contracts'
import { RIGHTS, type ProcedureMeta } from '../../src/shared/contracts/procedure'
import { resources } from '../../src/shared/i18n'

/** What stands in the trail: commands, and questions whose answer leaves the program. */
const commands = Object.entries(contract).flatMap(([room, verbs]) =>
  Object.entries(verbs).flatMap(([verb, procedure]) => {
    const { meta } = (procedure as { '~orpc': { meta: ProcedureMeta } })['~orpc']
    return meta.kind === 'command' || meta.leaves ? [`${room}.${verb}`] : []
  }),
)

const textOf = (texts: object, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], texts)

describe.each(Object.keys(resources) as (keyof typeof resources)[])('in %s', (language) => {
  const { procedures, access } = resources[language].translation

  it('every command, paper and export has a name that people read in the trail', () => {
    expect(commands.length).toBeGreaterThan(150)
    expect(commands.filter((name) => typeof textOf(procedures, name) !== 'string')).toEqual([])
  })

  it('no name is of a command that is gone', () => {
    const named = Object.entries(procedures).flatMap(([room, verbs]) =>
      typeof verbs === 'string' ? [] : Object.keys(verbs).map((verb) => `${room}.${verb}`),
    )
    expect(named.filter((name) => !commands.includes(name))).toEqual([])
  })

  it('every right has a name, and says what it lets one do', () => {
    expect(RIGHTS.filter((right) => typeof textOf(access.rights, right) !== 'string')).toEqual([])
    const explained = RIGHTS.filter((right) => right !== 'public' && right !== 'signedIn')
    expect(explained.filter((right) => typeof textOf(access.rightHints, right) !== 'string')).toEqual([])
  })
})
