/**
 * Putting together, taking apart and repacking: part by part from its bin, then what came of it. Nothing is posted before
 * all of it is said.
 */
import { meansBin } from '../../../../../shared/values/check-digits'
import { formatQuantity } from '../../../../../shared/values/format'
import { bareCode, binCode, itemText, wrong, type FlowStep, type GoodsReading, type ItemOf } from './flow'
import { withExpiry, withLot } from './goods-draft'

export interface MakePlace {
  readonly binCode: string
  readonly lotCode: string | null
  readonly freeMicro: number
}

export interface MakePlan {
  readonly id: number
  readonly number: string
  readonly used: readonly {
    readonly item: ItemOf
    readonly quantityMicro: number
    readonly places: readonly MakePlace[]
  }[]
  readonly made: readonly {
    readonly item: ItemOf
    readonly lotTracked: boolean
    readonly needsExpiry: boolean
    readonly quantityMicro: number
  }[]
}

export interface UsedPart {
  readonly key: number
  readonly item: ItemOf
  readonly binCode: string
  readonly lotCode: string | null
  readonly quantityMicro: number
}

export interface MadePart {
  readonly item: ItemOf
  readonly quantityMicro: number
  readonly lotCode?: string
  readonly expiresOn?: string
}

export interface MakeState {
  readonly plan: MakePlan
  readonly today: string
  readonly used: readonly UsedPart[]
  readonly made: readonly MadePart[]
  readonly bin?: string
  /** Goods in hand: how many of them is asked. */
  readonly place?: MakePlace
  /** Less than planned is enough: what was made is asked. */
  readonly isEnough?: boolean
  readonly draft?: MadePart
  readonly result?: { readonly number: string | null; readonly missingMicro: number }
}

export type MakeEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'enough' }
  | { readonly kind: 'remove'; readonly lineKey: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'finished'; readonly number: string | null; readonly missingMicro: number }

export type MakeCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | { readonly kind: 'finish'; readonly used: readonly UsedPart[]; readonly made: readonly MadePart[] }

type Step = FlowStep<MakeState, MakeCall>
export type MakeAsk = 'bin' | 'goods' | 'taken' | 'made' | 'lot' | 'expiry' | 'ready' | 'done'

export const startMake = (plan: MakePlan, today: string, used: readonly UsedPart[] = []): MakeState => ({
  plan,
  today,
  used,
  made: [],
})

const takenOf = (state: MakeState, itemId: number): number =>
  state.used.filter((part) => part.item.id === itemId).reduce((sum, part) => sum + part.quantityMicro, 0)

/** The part that is fetched next. */
export function partOf(state: MakeState): MakePlan['used'][number] | undefined {
  if (state.isEnough === true) return undefined
  return state.plan.used.find((line) => takenOf(state, line.item.id) < line.quantityMicro)
}

/** How many of it are still wanted. */
export function wantedOf(state: MakeState): number {
  const part = partOf(state)
  return part === undefined ? 0 : part.quantityMicro - takenOf(state, part.item.id)
}

/** Where it is taken from: the first place with something left. */
export function placeOf(state: MakeState): MakePlace | undefined {
  return partOf(state)?.places.find((place) => leftAt(state, place) > 0)
}

function leftAt(state: MakeState, place: MakePlace): number {
  const part = partOf(state)
  const taken = state.used.filter(
    (used) => used.item.id === part?.item.id && used.binCode === place.binCode && used.lotCode === place.lotCode,
  )
  return taken.reduce((left, used) => left - used.quantityMicro, place.freeMicro)
}

/** What of the goods made is asked next. */
export function madeOf(state: MakeState): MakePlan['made'][number] | undefined {
  return state.plan.made[state.made.length]
}

export function makeAsk(state: MakeState): MakeAsk {
  if (state.result !== undefined) return 'done'
  if (partOf(state) !== undefined) {
    if (state.place !== undefined) return 'taken'
    return state.bin === undefined ? 'bin' : 'goods'
  }
  const made = madeOf(state)
  if (made === undefined) return 'ready'
  if (state.draft === undefined) return 'made'
  return made.lotTracked && state.draft.lotCode === undefined ? 'lot' : 'expiry'
}

export function makeStep(state: MakeState, event: MakeEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'goods':
      return goods(state, event.code, event.reading)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'text':
      return typed(state, event.text)
    case 'confirm':
      return confirmed(state)
    case 'enough':
      return everyPartTaken(state)
        ? { state: { ...forgotten(state), isEnough: true } }
        : wrong(state, 'station.partMissing', { item: missingPart(state) })
    case 'remove':
      return { state: { ...state, used: state.used.filter((part) => part.key !== event.lineKey) } }
    case 'forget':
      return { state: forgotten(state) }
    case 'finished':
      return {
        state: { ...state, result: { number: event.number, missingMicro: event.missingMicro } },
        answer: { kind: 'done', text: 'madeAll', params: { plan: state.plan.number } },
      }
  }
}

const everyPartTaken = (state: MakeState): boolean => state.plan.used.every((line) => takenOf(state, line.item.id) > 0)

function missingPart(state: MakeState): string {
  const part = state.plan.used.find((line) => takenOf(state, line.item.id) === 0)
  return part === undefined ? '' : itemText(part.item)
}

function scanned(state: MakeState, code: string): Step {
  const part = partOf(state)
  switch (makeAsk(state)) {
    case 'bin': {
      const bin = binCode(code)
      const place = part?.places.find((known) => meansBin(bin, known.binCode) && leftAt(state, known) > 0)
      if (place === undefined) {
        return wrong(state, 'warehouse.wrongBin', { scanned: bin, expected: placeOf(state)?.binCode ?? '' })
      }
      return {
        state: { ...state, bin: place.binCode },
        answer: { kind: 'right', text: 'bin', params: { bin: place.binCode } },
      }
    }
    case 'goods':
      return { state, call: { kind: 'readGoods', code } }
    case 'taken':
      return wrong(state, 'station.quantityFirst', { item: part === undefined ? '' : itemText(part.item) })
    case 'made':
    case 'ready':
      return wrong(state, 'station.quantityWanted')
    case 'lot':
    case 'expiry':
      return typed(state, bareCode(code))
    case 'done':
      return { state }
  }
}

function goods(state: MakeState, code: string, { item, lot }: GoodsReading): Step {
  const part = partOf(state)
  if (part === undefined) return { state }
  if (item?.id !== part.item.id) {
    const scannedText = item === null ? bareCode(code) : itemText(item)
    return wrong(state, 'warehouse.wrongItem', { expected: itemText(part.item), scanned: scannedText })
  }
  const here = part.places.filter((place) => place.binCode === state.bin && leftAt(state, place) > 0)
  const place = here.find((known) => known.lotCode === null || lot === null || known.lotCode === lot)
  if (place === undefined) {
    const expected = here.map((known) => known.lotCode ?? '').join(', ')
    return wrong(state, 'warehouse.wrongLot', { scanned: lot ?? '', expected })
  }
  return {
    state: { ...state, place },
    answer: { kind: 'right', text: 'item', params: { item: itemText(part.item) } },
  }
}

/** How many may be taken from the place in hand. */
export function mostOf(state: MakeState): number {
  return state.place === undefined ? 0 : Math.min(wantedOf(state), leftAt(state, state.place))
}

function counted(state: MakeState, quantityMicro: number): Step {
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  const { place } = state
  const part = partOf(state)
  if (part !== undefined && place !== undefined) {
    const most = mostOf(state)
    if (quantityMicro > most) {
      const params = { planned: formatQuantity(most), wanted: formatQuantity(quantityMicro) }
      return wrong(state, 'warehouse.moreThanPlanned', params)
    }
    const key = Math.max(0, ...state.used.map((used) => used.key)) + 1
    const taken: UsedPart = { key, item: part.item, binCode: place.binCode, lotCode: place.lotCode, quantityMicro }
    return {
      state: { ...forgotten(state), used: [...state.used, taken] },
      answer: {
        kind: 'right',
        text: 'taken',
        params: { item: itemText(part.item), quantity: formatQuantity(quantityMicro, { unit: part.item.baseUnit }) },
        lineKey: key,
      },
    }
  }
  const made = madeOf(state)
  return made === undefined ? { state } : settled(state, { item: made.item, quantityMicro })
}

function typed(state: MakeState, text: string): Step {
  const { draft, today } = state
  if (draft === undefined) return { state }
  const asking = { item: draft.item, needsLot: true, needsExpiry: true, packMicro: draft.quantityMicro }
  if (makeAsk(state) === 'lot') {
    const lotCode = withLot(asking, text)?.lotCode
    return lotCode === undefined
      ? wrong(state, 'station.lotWanted', { item: itemText(draft.item) })
      : settled(state, { ...draft, lotCode })
  }
  const expiresOn = withExpiry(asking, text, today)?.expiresOn
  return expiresOn === undefined ? wrong(state, 'station.notADate', { text }) : settled(state, { ...draft, expiresOn })
}

/** Asks on, or the goods made are complete; the last of them ends the work. */
function settled({ draft: _draft, ...state }: MakeState, part: MadePart): Step {
  const made = madeOf(state)
  if (made === undefined) return { state }
  const isAsked = (made.lotTracked && part.lotCode === undefined) || (made.needsExpiry && part.expiresOn === undefined)
  if (isAsked) return { state: { ...state, draft: part } }
  const next = { ...state, made: [...state.made, part] }
  return madeOf(next) === undefined
    ? { state: next, call: { kind: 'finish', used: next.used, made: next.made } }
    : { state: next }
}

/** Takes what is proposed: all that is wanted of the part, all that is expected of what is made. */
function confirmed(state: MakeState): Step {
  const ask = makeAsk(state)
  if (ask === 'taken') return counted(state, mostOf(state))
  if (ask === 'made') return counted(state, madeOf(state)?.quantityMicro ?? 0)
  // Refused before: asked again as it was said.
  if (ask === 'ready') return { state, call: { kind: 'finish', used: state.used, made: state.made } }
  return wrong(state, 'station.scanFirst')
}

function forgotten({ bin: _bin, place: _place, draft: _draft, ...state }: MakeState): MakeState {
  return makeAsk(state) === 'ready' ? { ...state, made: [] } : state
}
