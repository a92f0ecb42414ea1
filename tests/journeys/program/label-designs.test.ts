/** The company's own labels: whoever saves one that somebody else has saved meanwhile is told, and nothing is lost. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { labelTemplates } from '../../../src/shared/labels/templates'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'

let company: TestCompany

beforeEach(() => {
  company = openTestCompany()
})
afterEach(() => company.close())

const shipped = labelTemplates.find(({ use }) => use === 'item') ?? labelTemplates[0]!
const ofHeight = (height: number) => ({ ...shipped, id: 'own-item', height })
const kept = (id: number) => company.owner.labels.listTemplates({}).rows.find((row) => row.id === id)

test('the second of two saves is refused and names who was first', () => {
  const { labels } = company.owner
  const made = labels.saveTemplate({ name: 'Ours', template: ofHeight(3000), isUsed: true })
  expect(made.version).toBe(1)
  const { id, version } = made
  expect(labels.saveTemplate({ id, version, name: 'Ours', template: ofHeight(3100), isUsed: true }).version).toBe(2)
  const late = { id, name: 'Ours', template: ofHeight(9000), isUsed: true }
  for (const stale of [{ ...late, version }, { ...late, version: 3 }, late]) {
    const refusal = refusalOf(() => labels.saveTemplate(stale))
    expect(refusal).toMatchObject({
      code: 'labels.changedMeanwhile',
      params: { name: 'Ours', by: kept(id)?.changedBy },
    })
  }
  expect(kept(id)?.changedBy).not.toBe('')
  expect(kept(id)).toMatchObject({ version: 2, template: { height: 3100 } })
  labels.deleteTemplate({ id })
  expect(refusalOf(() => labels.saveTemplate({ ...late, version: 2 })).code).toBe('labels.templateUnknown')
})

test('a label that gave way to another one does not come back by a save from before', () => {
  const { labels } = company.owner
  const one = labels.saveTemplate({ name: 'One', template: ofHeight(3000), isUsed: true })
  const two = labels.saveTemplate({ name: 'Two', template: ofHeight(4000), isUsed: true })
  expect([kept(one.id)?.isUsed, kept(two.id)?.isUsed]).toEqual([false, true])
  const before = { ...one, name: 'One', template: ofHeight(3000), isUsed: true }
  expect(refusalOf(() => labels.saveTemplate(before)).code).toBe('labels.changedMeanwhile')
  expect(labels.saveTemplate({ ...before, version: 2 }).version).toBe(3)
  expect([kept(one.id)?.isUsed, kept(two.id)?.isUsed]).toEqual([true, false])
})
