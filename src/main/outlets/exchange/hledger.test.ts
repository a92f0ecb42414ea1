import { describe, expect, it } from 'vitest'
import { accountNames } from './hledger'

describe('accountNames', () => {
  const account = (id: number, code: string, nameZh: string, nameEn: string, parentId: number | null = null) => ({
    id,
    code,
    nameZh,
    nameEn,
    kind: 'liability' as const,
    parentId,
    isUsed: 1,
    isCash: 0,
  })
  const accounts = [
    account(1, '2202', '应付账款', 'Accounts payable'),
    account(2, '220202', '应付账款—暂估', 'Payables:  received; not invoiced', 1),
  ]

  it('build a hierarchy from kind and parents in the language of the company', () => {
    expect([...accountNames(accounts, 'zh-CN').values()]).toEqual([
      '负债:2202 应付账款',
      '负债:2202 应付账款:220202 应付账款—暂估',
    ])
  })

  it('never hold what would end or split a name', () => {
    expect(accountNames(accounts, 'en').get(2)).toBe(
      'liabilities:2202 Accounts payable:220202 Payables received not invoiced',
    )
  })
})
