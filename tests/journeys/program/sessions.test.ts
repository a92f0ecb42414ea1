import { afterEach, describe, expect, it } from 'vitest'
import { actorOfUser } from '../../../src/main/foundation/access'
import { Connection, tokenInMemory } from '../../../src/main/edge/wire'
import { badgeFingerprint } from '../../../src/shared/values/badge-fingerprint'
import { brokenChecks, openTestCompany, PASSWORD, refusalOf, type TestCompany } from '../../support/company'

let company: TestCompany
afterEach(() => {
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

/** Connections ask this computer's clock how old a session is. */
const openNow = (): TestCompany => openTestCompany({ now: new Date().toISOString() })

let keys = 0
const key = (): { idempotencyKey: string } => ({ idempotencyKey: `key-${(keys += 1)}-of-the-test` })

async function signedIn(login: string, station = 'desk'): Promise<Connection> {
  const connection = new Connection(company.company, undefined, tokenInMemory(), station)
  await connection.call('access.signIn', { login, password: PASSWORD, station, ...key() })
  return connection
}

interface Sessions {
  readonly rows: readonly {
    readonly id: number
    readonly userName: string
    readonly isThis: boolean
    readonly isLocked: boolean
  }[]
}

describe('a locked session', () => {
  it('can do nothing but be unlocked, and goes on where it was', async () => {
    company = openNow()
    const desk = await signedIn('bookkeeper')
    await desk.call('access.lock', key())
    for (const [name, input] of [
      ['sales.listOrders', {}],
      ['access.me', {}],
      ['access.signOut', key()],
      ['company.rename', { name: 'x', approval: { login: 'owner', pin: PASSWORD }, ...key() }],
    ] as const) {
      await expect(desk.call(name, input), name).rejects.toMatchObject({ code: 'access.locked' })
    }
    expect(await desk.call('company.status', {})).toMatchObject({ isSignedIn: true, lockedBy: 'Bookkeeper' })
    await expect(desk.call('access.unlock', { secret: 'wrong', ...key() })).rejects.toMatchObject({
      code: 'access.signInFailed',
    })
    await desk.call('access.unlock', { secret: PASSWORD, ...key() })
    expect(await desk.call('access.me', {})).toMatchObject({ name: 'Bookkeeper', lockMinutes: 30 })
    // Nobody is let in by unlocking.
    const stranger = new Connection(company.company, undefined, tokenInMemory(), 'desk')
    await expect(stranger.call('access.unlock', { secret: PASSWORD, ...key() })).rejects.toMatchObject({
      code: 'access.signInFirst',
    })
  })

  it('ends when somebody else takes over the place by badge', async () => {
    company = openNow()
    const station = await signedIn('bookkeeper', 'station 1')
    await station.call('access.lock', key())
    const taken = await station.call('access.signInByBadge', {
      badge: 'BADGE-001',
      pin: '2468',
      station: 'station 1',
      ...key(),
    })
    expect(taken).toMatchObject({ name: 'Clerk' })
    const owner = await signedIn('owner')
    const { rows } = (await owner.call('access.listSessions', {})) as Sessions
    expect(rows.map((row) => [row.userName, row.isThis])).toEqual([
      ['Owner', true],
      ['Clerk', false],
    ])
    const { fingerprints } = (await owner.call('access.badges', {})) as { fingerprints: number[] }
    expect(fingerprints).toEqual([badgeFingerprint('BADGE-001')])
    expect(fingerprints).not.toContain(badgeFingerprint('4006381333931'))
  })
})

describe('sessions', () => {
  it('are seen and ended: one’s own by oneself, all by whoever manages people', async () => {
    company = openNow()
    const [first, second, owner] = [
      await signedIn('bookkeeper'),
      await signedIn('bookkeeper', 'home'),
      await signedIn('owner'),
    ]
    const own = ((await first.call('access.listSessions', {})) as Sessions).rows
    expect(own.map((row) => row.userName)).toEqual(['Bookkeeper', 'Bookkeeper'])
    const all = ((await owner.call('access.listSessions', {})) as Sessions).rows
    expect(all).toHaveLength(3)
    const ownersId = all.find((row) => row.isThis)?.id
    await expect(first.call('access.endSession', { sessionId: ownersId, ...key() })).rejects.toMatchObject({
      code: 'access.rightMissing',
    })
    await first.call('access.endSession', { sessionId: own.find((row) => !row.isThis)?.id, ...key() })
    await expect(second.call('access.me', {})).rejects.toMatchObject({ code: 'access.signInFirst' })
    await owner.call('access.endSession', { sessionId: own.find((row) => row.isThis)?.id, ...key() })
    await expect(first.call('access.me', {})).rejects.toMatchObject({ code: 'access.signInFirst' })
  })

  it('lock as the person, the station or the house has it, in this order', async () => {
    company = openNow()
    const minutes = async (connection: Connection) =>
      ((await connection.call('access.me', {})) as { lockMinutes: number | null }).lockMinutes
    const [owner, desk] = [await signedIn('owner', 'front'), await signedIn('bookkeeper', 'front')]
    await owner.call('access.saveLocking', { houseMinutes: 60, stationMinutes: 5, ...key() })
    expect([await minutes(owner), await minutes(await signedIn('owner', 'back'))]).toEqual([5, 60])
    const { rows } = company.owner.access.listUsers({})
    const { id: userId, name, role } = rows.find((row) => row.login === 'bookkeeper') ?? { id: 0, name: '', role: '' }
    company.owner.access.changeUser({ userId, name, role, lockMinutes: 0 })
    expect(await minutes(desk)).toBeNull()
    company.owner.access.changeUser({ userId, name, role, lockMinutes: null })
    expect(await minutes(desk)).toBe(5)
  })
})

describe('secrets', () => {
  it('are changed by their owner and reset by whoever manages people; a new password ends sessions', async () => {
    company = openNow()
    const desk = await signedIn('bookkeeper')
    await expect(desk.call('access.changePin', { secret: 'wrong', newPin: '8642', ...key() })).rejects.toMatchObject({
      code: 'access.signInFailed',
    })
    await desk.call('access.changePin', { secret: PASSWORD, newPin: '8642', ...key() })
    await desk.call('access.lock', key())
    await desk.call('access.unlock', { secret: '8642', ...key() })
    const userId = company.owner.access.listUsers({}).rows.find((row) => row.login === 'bookkeeper')?.id ?? 0
    for (const newPassword of ['password', 'PASSWORD', '11111111', 'Bookkeeper', 'aaaaaaaab'.slice(0, 8)]) {
      expect(refusalOf(() => company.owner.access.resetSecret({ userId, newPassword })).code).toBe(
        'access.passwordGuessable',
      )
    }
    company.owner.access.resetSecret({ userId, newPassword: 'vier Wörter genügen hier' })
    await expect(desk.call('access.me', {})).rejects.toMatchObject({ code: 'access.signInFirst' })
    company.owner.access.deactivateUser({ userId })
    company.owner.access.reactivateUser({ userId })
    expect(company.owner.access.listUsers({}).rows.find((row) => row.id === userId)?.active).toBe(true)
    expect(JSON.stringify(company.reader.all('SELECT detail FROM audit_entry'))).not.toMatch(/8642|Wörter/)
  })
})

describe('the recovery key', () => {
  it('opens the door to an owner once, after it was read back from paper', async () => {
    company = openNow()
    const owner = await signedIn('owner')
    const { recoveryKey } = (await owner.call('access.makeRecoveryKey', key())) as { recoveryKey: string }
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    const stranger = new Connection(company.company, undefined, tokenInMemory(), 'door')
    const recover = (fields: object = {}) =>
      stranger.call('access.recover', {
        login: 'owner',
        recoveryKey,
        newPassword: 'a quite new pass phrase',
        station: 'door',
        ...fields,
        ...key(),
      })
    // Not yet confirmed.
    await expect(recover()).rejects.toMatchObject({ code: 'access.recoveryFailed' })
    await expect(
      owner.call('access.confirmRecoveryKey', { recoveryKey: recoveryKey.replace(/.$/, '#'), ...key() }),
    ).rejects.toMatchObject({ code: 'access.recoveryKeyWrong' })
    await owner.call('access.confirmRecoveryKey', { recoveryKey: recoveryKey.toLowerCase(), ...key() })
    // For owners alone.
    await expect(recover({ login: 'bookkeeper' })).rejects.toMatchObject({ code: 'access.recoveryFailed' })
    await recover()
    await expect(owner.call('access.me', {})).rejects.toMatchObject({ code: 'access.signInFirst' })
    await stranger.call('access.signIn', {
      login: 'owner',
      password: 'a quite new pass phrase',
      station: 'door',
      ...key(),
    })
    // Used up.
    expect(await stranger.call('access.recoveryState', {})).toEqual({ madeAt: null, confirmedAt: null })
    await expect(recover()).rejects.toMatchObject({ code: 'access.recoveryFailed' })
    const trail = company.reader.all<{ procedure: string; outcome: string }>(
      "SELECT procedure, outcome FROM audit_entry WHERE procedure = 'access.recover' ORDER BY id",
    )
    expect(trail.map((line) => line.outcome)).toEqual(['refused', 'refused', 'done', 'refused'])
    const kept = JSON.stringify([
      company.reader.all('SELECT * FROM audit_entry'),
      company.reader.all('SELECT * FROM kernel_answer'),
      company.reader.all('SELECT * FROM access_house'),
    ])
    expect(kept).not.toContain(recoveryKey)
  })

  it('is asked for slower and slower', async () => {
    company = openNow()
    const stranger = new Connection(company.company, undefined, tokenInMemory(), 'door')
    const codes: string[] = []
    for (let at = 0; at < 6; at += 1) {
      const attempt = stranger.call('access.recover', {
        login: `owner${at}`,
        recoveryKey: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA',
        newPassword: 'a quite new pass phrase',
        station: 'door',
        ...key(),
      })
      codes.push(await attempt.then(String, (error: { code: string }) => error.code))
    }
    expect(codes).toEqual([
      ...Array.from({ length: 4 }, () => 'access.recoveryFailed'),
      'access.tooManyAttempts',
      'access.tooManyAttempts',
    ])
  })

  it('is made by nobody who may not do everything', () => {
    company = openTestCompany()
    const clerk = company.owner.access.listRoles({}).rows.find((row) => row.code === 'clerk')
    company.owner.access.saveRole({
      code: 'clerk',
      name: '',
      basedOn: 'clerk',
      rights: [...(clerk?.rights ?? []), 'access.manage'],
      limits: { discountMicro: null, purchaseMinor: null },
      warehouseIds: [],
    })
    company.reopen()
    const actor = actorOfUser(company.reader, 'clerk', 'test')
    expect(refusalOf(() => actor && company.as(actor).access.makeRecoveryKey({})).code).toBe(
      'access.moreThanYourRights',
    )
  })
})
