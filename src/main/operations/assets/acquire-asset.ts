import { refuse } from '../../../shared/errors'
import { multiplyDivide } from '../../../shared/values/integers'
import { companyProfile, nextNumber } from '../../foundation/company'
import { requirePartner, requireSupplier } from '../../foundation/parties'
import { index } from '../../foundation/search'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import {
  addOpenItem,
  closeOpenItemForReversal,
  inputTaxRole,
  postJournal,
  requireFreeAccount,
  reverseJournal,
  type AccountLine,
  type JournalLine,
} from '../../ledgers/accounting'
import { assetStore, type Category } from './asset-store'
import { fitsLife, type Method } from './depreciation'
import { ASSET, requireAsset, requireInUse, standingChanges } from './standing'

export interface AcquireInput {
  readonly name: string
  readonly categoryId: number
  readonly acquiredOn: string
  readonly inServiceOn: string
  readonly method?: Method | undefined
  readonly lifeMonths?: number | undefined
  readonly costMinor: number
  readonly residualMinor?: number | undefined
  readonly unitsTotal?: number | undefined
  readonly taxMinor: number
  readonly openingMinor: number
  readonly openingMonths: number
  /** On credit from a supplier, or against an account of the books (the bank, capital, opening balances). */
  readonly supplierId?: number | undefined
  readonly supplierReference: string
  readonly accountCode?: string | undefined
  readonly location: string
  readonly custodian: string
  readonly serialNumber: string
  readonly note: string
}

interface DocumentAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

export function requireCategory(tx: Tx, id: number): Category {
  return assetStore.categories(tx).find((row) => row.id === id) ?? refuse('assets.categoryUnknown', {}, 'categoryId')
}

/** A card for an asset, and its cost in the books. */
export function acquireAsset(tx: Tx, actor: Actor, input: AcquireInput): DocumentAnswer {
  const category = requireCategory(tx, input.categoryId)
  const { costMinor, taxMinor, acquiredOn, openingMinor, openingMonths } = input
  const method = input.method ?? category.method
  const lifeMonths = input.lifeMonths ?? category.lifeMonths
  const residualMinor = input.residualMinor ?? multiplyDivide(costMinor, category.residualMicro, 1_000_000)
  if (!fitsLife(method, lifeMonths)) refuse('assets.wholeYears', {}, 'lifeMonths')
  if (residualMinor > costMinor) refuse('assets.residualBeyondCost', {}, 'residualMinor')
  if ((method === 'units') !== (input.unitsTotal !== undefined)) refuse('assets.unitsMissing', {}, 'unitsTotal')
  if (input.inServiceOn < acquiredOn) refuse('assets.serviceBeforeCost', {}, 'inServiceOn')
  if (openingMinor > costMinor - residualMinor) refuse('assets.openingBeyondCost', {}, 'openingMinor')
  if (openingMonths >= lifeMonths && openingMinor < costMinor - residualMinor) {
    refuse('assets.openingMonthsBeyondLife', {}, 'openingMonths')
  }
  if (openingMinor > 0 && input.supplierId !== undefined) refuse('assets.openingNotBought', {}, 'openingMinor')
  const taxRole = inputTaxRole(tx, acquiredOn)
  if (taxRole === null && taxMinor !== 0) refuse('accounting.noInputTax', {}, 'taxMinor')
  const number = nextNumber(tx, 'FA', acquiredOn)
  const supplierId = input.supplierId ?? null
  const id = assetStore.insert(
    tx,
    {
      number,
      name: input.name,
      categoryId: category.id,
      acquiredOn,
      inServiceOn: input.inServiceOn,
      method,
      lifeMonths,
      costMinor,
      residualMinor,
      unitsTotal: input.unitsTotal ?? null,
      openingMinor,
      openingMonths,
      location: input.location,
      custodian: input.custodian,
      serialNumber: input.serialNumber,
      supplierId,
      note: input.note,
    },
    actor.userId,
  )
  const source = { kind: ASSET, id }
  assetStore.insertChange(tx, {
    assetId: id,
    kind: 'acquisition',
    postedOn: acquiredOn,
    month: null,
    costMinor,
    accumulatedMinor: openingMinor,
    sourceKind: ASSET,
    sourceId: id,
    reversesId: null,
  })
  postJournal(tx, actor, {
    postedOn: acquiredOn,
    memo: [number, input.name, input.supplierReference].filter((text) => text !== '').join(' '),
    source,
    lines: [
      { role: 'fixed-asset', debitMinor: costMinor },
      { role: taxRole ?? 'input-tax', debitMinor: taxMinor },
      { role: 'accumulated-depreciation', creditMinor: openingMinor },
      counterpart(tx, input, costMinor + taxMinor - openingMinor, { id, number }),
    ],
  })
  const words = [input.serialNumber, input.location, input.custodian]
  index(tx, { kind: ASSET, id, title: `${number} ${input.name}`, subtitle: category.name, words })
  tx.announce({ kind: 'assets.acquired', id })
  return { id, number, state: 'in-use' }
}

function counterpart(
  tx: Tx,
  input: AcquireInput,
  amountMinor: number,
  asset: { id: number; number: string },
): JournalLine | AccountLine {
  const { supplierId, accountCode, acquiredOn } = input
  if (supplierId === undefined) {
    if (accountCode === undefined) refuse('assets.counterpartMissing', {}, 'accountCode')
    return { accountId: requireFreeAccount(tx, accountCode, 'accountCode'), creditMinor: amountMinor }
  }
  const supplier = requireSupplier(tx, supplierId)
  addOpenItem(tx, {
    role: 'payable',
    partnerId: supplierId,
    source: { kind: ASSET, id: asset.id },
    documentNumber: input.supplierReference === '' ? asset.number : input.supplierReference,
    postedOn: acquiredOn,
    dueOn: dueOn(acquiredOn, supplier.paymentTermsDays),
    amountMinor,
  })
  return { role: 'payable', partnerId: supplierId, creditMinor: amountMinor }
}

const dueOn = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Takes a card back that was a mistake: nothing may have happened to the asset since. */
export function reverseAcquisition(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const asset = requireAsset(tx, input.id)
  requireInUse(asset)
  const changes = standingChanges(assetStore.changesOf(tx, asset.id))
  if (changes.some(({ kind }) => kind !== 'acquisition')) refuse('assets.hasHistory', { asset: asset.number })
  // Its cost stands in the entry of the opening balances, with that of all others.
  if (changes.some(({ sourceKind }) => sourceKind !== ASSET)) refuse('assets.broughtIn', { asset: asset.number })
  const source = { kind: ASSET, id: asset.id }
  if (asset.supplierId !== null) {
    requirePartner(tx, asset.supplierId)
    closeOpenItemForReversal(tx, source, { settledOn: input.reversedOn })
  }
  takeBack(tx, source, input.reversedOn)
  const memo = [asset.number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo })
  assetStore.setState(tx, asset.id, 'reversed')
  tx.announce({ kind: 'assets.acquisitionReversed', id: asset.id })
  return { id: asset.id, number: asset.number, state: 'reversed' }
}

/** Reverses every change that a document made. */
export function takeBack(tx: Tx, source: { kind: string; id: number }, postedOn: string): void {
  for (const { id, ...change } of assetStore.unreversed(tx, source.kind, source.id)) {
    assetStore.insertChange(tx, {
      ...change,
      postedOn,
      costMinor: 0 - change.costMinor,
      accumulatedMinor: 0 - change.accumulatedMinor,
      reversesId: id,
    })
  }
}

/** 小企业会计准则 keeps assets at cost (第六条): what is lost shows when the asset goes. */
export function requireImpairmentAllowed(tx: Tx): void {
  if (companyProfile(tx).pack === 'cn-sbe') refuse('assets.noImpairment', {})
}
