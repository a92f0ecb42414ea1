import { refuse } from '../../../../shared/errors'
import { grouped } from '../../../kernel/grouped'
import { nextNumber } from '../../../foundation/company'
import { addPartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import {
  addOpenItem,
  openMonthBefore,
  postJournal,
  type AccountLine,
  type ForeignAmount,
  type JournalLine,
  type Source,
} from '../../../ledgers/accounting'
import { ensureLot, postMovements } from '../../../ledgers/inventory'
import { bringAssets } from '../../assets'
import { postPayment } from '../../treasury'
import { planPutaway, receivingBin, settleBins } from '../../warehouse'
import { openingStore } from './opening-store'
import { OPENING } from './parts'
import { planOpening, type OpeningPlan } from './plan/plan-opening'
import type { PlannedItem } from './plan/plan-items'
import type { ForeignCells } from './tables/foreign-cells'

const isAdvance = ({ kind }: PlannedItem): boolean => kind.startsWith('advance')

/**
 * Posts opening balances on the day before the books begin: one entry for the trial balance, open items and stock and
 * cards behind it, a payment for each advance. All of it or nothing.
 */
export function postOpening(tx: Tx, actor: Actor): { id: number; number: string; state: string } {
  const plan = planOpening(tx)
  requireReady(plan)
  const { opensOn } = plan
  openMonthBefore(tx, opensOn)
  const number = nextNumber(tx, 'OB', opensOn)
  const id = openingStore.insert(tx, number, opensOn, actor.userId)
  const source = { kind: OPENING, id }
  const partnerOf = addPartners(tx, plan)
  for (const line of plan.accounts) {
    openingStore.insertLine(tx, id, { ...line, accountId: line.account!.id })
  }
  const openItems = plan.items.filter((item) => !isAdvance(item))
  for (const item of openItems) {
    addOpenItem(tx, {
      role: item.kind === 'payable' ? 'payable' : 'receivable',
      partnerId: partnerOf(item),
      source,
      documentNumber: item.document,
      postedOn: opensOn,
      dueOn: item.dueOn,
      amountMinor: item.amountMinor,
      foreign: foreignOf(item.foreign, 1),
    })
  }
  bringStock(tx, plan, source)
  bringAssets(tx, actor, source, { broughtOn: opensOn, assets: plan.assets })
  postJournal(tx, actor, { postedOn: opensOn, memo: number, source, lines: entryLines(plan, partnerOf) })
  bringAdvances(tx, actor, plan, { openingId: id, number, partnerOf })
  index(tx, { kind: OPENING, id, title: number, subtitle: opensOn, words: [] })
  tx.announce({ kind: 'opening.posted', id })
  return { id, number, state: 'posted' }
}

function requireReady(plan: OpeningPlan): void {
  const { posted, isFirstMonthClosed, accounts, errors, parity } = plan
  if (posted !== undefined) refuse('opening.postedAlready', { number: posted.number })
  if (isFirstMonthClosed) refuse('opening.monthClosed', {})
  if (errors.length > 0) refuse('opening.hasErrors', { count: errors.length })
  if (accounts.length === 0) refuse('opening.noBalances', {})
  const different = parity.find(({ balanceMinor, listedMinor }) => balanceMinor !== listedMinor)
  if (different?.key === 'balanced') refuse('opening.notBalanced', {})
  if (different !== undefined) refuse('opening.listDiffers', { account: different.account?.code ?? '' })
}

function addPartners(tx: Tx, { newPartners }: OpeningPlan): (item: PlannedItem) => number {
  const ids = new Map<string, number>()
  for (const { key, ...partner } of newPartners) {
    const id = addPartner(tx, {
      ...partner,
      paymentTermsDays: 0,
      cashDiscountMicro: 0,
      cashDiscountDays: 0,
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '',
      currency: null,
    })
    ids.set(key, id)
  }
  return ({ partner }) => (typeof partner === 'number' ? partner : ids.get(partner)!)
}

/** The foreign side of a line, debit above zero where `side` is 1; none for the books' own currency. */
const foreignOf = ({ currency, foreignMinor }: ForeignCells, side: 1 | -1): ForeignAmount | undefined =>
  currency === '' ? undefined : { currency, amountMinor: side * foreignMinor }

/**
 * The trial balance line by line, receivables and payables by partner. Advances have documents of their own, whose money
 * goes through the till: what they put there is taken out here, so that every account holds what its line says.
 */
function entryLines(plan: OpeningPlan, partnerOf: (item: PlannedItem) => number): (AccountLine | JournalLine)[] {
  const { own, accounts, items } = plan
  const idOf = (role: string): number | undefined => own.byRole.get(role)?.id
  const listed = new Set(
    ['receivable', 'payable', 'advance-from-customer', 'advance-to-supplier'].map((role) => idOf(role)),
  )
  const lines: (AccountLine | JournalLine)[] = accounts
    .filter(({ account }) => !listed.has(account?.id))
    .map(({ account, code, name, debitMinor, creditMinor, foreign }) => {
      const netMinor = debitMinor - creditMinor
      const memo = [code, name].filter((text) => text !== '').join(' ')
      // A balance on the wrong side stays on the account's own side, in red.
      const side = creditMinor === 0 ? { debitMinor: netMinor } : { creditMinor: 0 - netMinor }
      const kept = account!.currency === null ? undefined : foreignOf(foreign, netMinor < 0 ? -1 : 1)
      return { accountId: account!.id, memo, ...side, ...(kept === undefined ? {} : { foreign: kept }) }
    })
  for (const role of ['receivable', 'payable'] as const) {
    const byPartner = grouped(
      items.filter(({ kind }) => kind === role),
      (item) => `${partnerOf(item)} ${item.foreign.currency}`,
    )
    for (const theirs of byPartner.values()) {
      const amountMinor = theirs.reduce((sum, item) => sum + item.amountMinor, 0)
      const foreignMinor = theirs.reduce((sum, item) => sum + item.foreign.foreignMinor, 0)
      const foreign = foreignOf({ currency: theirs[0]!.foreign.currency, foreignMinor }, role === 'receivable' ? 1 : -1)
      lines.push({
        role,
        partnerId: partnerOf(theirs[0]!),
        ...(role === 'receivable' ? { debitMinor: amountMinor } : { creditMinor: amountMinor }),
        ...(foreign === undefined ? {} : { foreign }),
      })
    }
  }
  const throughTill = items
    .filter(isAdvance)
    .reduce((sum, { kind, amountMinor }) => sum + (kind === 'advance-from-customer' ? amountMinor : 0 - amountMinor), 0)
  if (throughTill !== 0) lines.push({ role: 'cash', creditMinor: throughTill })
  return lines
}

/** Goods lie where the table says; those without a bin stand at the dock and are put away as any that come. */
function bringStock(tx: Tx, { stock, opensOn }: OpeningPlan, source: Source): void {
  const placed = stock.map((row) => {
    const { itemId, quantityMicro, valueMinor } = row
    const expiresOn = row.expiresOn ?? null
    const lotId = row.lot === '' ? 0 : ensureLot(tx, { itemId, code: row.lot, expiresOn, supplierId: null })
    const binId = row.binId ?? receivingBin(tx, row.warehouseId)
    openingStore.insertStock(tx, source.id, { row: row.row, itemId, lotId, binId, quantityMicro, valueMinor })
    return { ...row, lotId, placeId: binId }
  })
  if (placed.length === 0) return
  postMovements(
    tx,
    { postedOn: opensOn, source },
    placed.map(({ warehouseId, itemId, lotId, placeId, quantityMicro, valueMinor }) => ({
      warehouseId,
      itemId,
      lotId,
      to: { binId: placeId, status: 'available' },
      quantityMicro,
      valueMinor,
    })),
  )
  settleBins(
    tx,
    placed.map(({ placeId }) => placeId),
  )
  const waiting = placed.filter(({ binId }) => binId === undefined)
  for (const [warehouseId, rows] of grouped(waiting, (row) => row.warehouseId)) {
    const lines = rows.map(({ row, itemId, lotId, quantityMicro, placeId }) => ({
      sourceLineId: row,
      itemId,
      lotId,
      quantityMicro,
      fromBinId: placeId,
    }))
    planPutaway(tx, { warehouseId, source, lines })
  }
}

function bringAdvances(
  tx: Tx,
  actor: Actor,
  plan: OpeningPlan,
  opening: { openingId: number; number: string; partnerOf: (item: PlannedItem) => number },
): void {
  for (const item of plan.items.filter(isAdvance)) {
    const { id } = postPayment(tx, actor, {
      direction: item.kind === 'advance-from-customer' ? 'in' : 'out',
      partnerId: opening.partnerOf(item),
      paidOn: plan.opensOn,
      method: 'cash',
      amountMinor: item.amountMinor,
      differenceMinor: 0,
      reference: item.document,
      note: opening.number,
      applications: [],
    })
    openingStore.insertPayment(tx, opening.openingId, id)
  }
}
