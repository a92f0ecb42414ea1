import { expect, it } from 'vitest'
import { deviceProfile } from './profile'
import { profileName, profiles } from './profiles'

it('every kind of device has a name in both languages, each its own', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const names = profiles.map((profile) => profileName(profile, language))
    expect(new Set(names).size).toBe(profiles.length)
    for (const name of names) expect(/\p{Script=Han}/u.test(name), name).toBe(language === 'zh-CN')
  }
})

it('a kind that a person has named keeps that name; one bound before has the name of today', () => {
  const [shipped] = profiles
  if (shipped === undefined) throw new Error('no profile')
  const { chineseName, ...before } = shipped
  expect(profileName(deviceProfile.parse(before), 'zh-CN')).toBe(chineseName)
  expect(profileName(deviceProfile.parse({ ...before, name: 'Scale of the bakery' }), 'zh-CN')).toBe(
    'Scale of the bakery',
  )
})
