/** Receiving at the dock: goods are scanned line by line, what the code does not say is asked, then all is posted. */
import { piecesText, type PieceTerms } from '../../../../../shared/values/catch-weight'
import { formatQuantity } from '../../../../../shared/values/format'
import { bareCode, itemText, wrong, type FlowStep, type GoodsReading, type ItemOf } from './flow'
import {
  asked,
  draftOf,
  likelyPieces,
  withExpiry,
  withLot,
  withPieces,
  withScannedExpiry,
  withScannedLot,
  type GoodsAsk,
  type GoodsDraft,
} from './goods-draft'
import { unitFor, type ReceivedUnit, type UnitKind } from './received-units'
import {
  hasPassedAlike,
  joinedLines,
  knowsTag,
  nextWaiting,
  taggedDraft,
  withPassed,
  withWaiting,
  type Tagged,
  type TagMemory,
} from './tagged-goods'

export interface ReceiveOrder {
  readonly id: number
  readonly number: string
  readonly supplier: string
  readonly lines: readonly {
    readonly id: number
    readonly item: ItemOf
    readonly quantityMicro: number
    readonly receivedMicro: number
    /** What may come in altogether; left out: what was ordered. */
    readonly receivableMicro?: number
  }[]
}

export interface ReceivedLine extends Tagged {
  readonly key: number
  readonly orderLineId: number
  readonly item: ItemOf
  readonly quantityMicro: number
  /** Of goods that are counted and weighed; the order reckons each at its nominal weight. */
  readonly pieces?: number
  readonly terms?: PieceTerms
  readonly lotCode?: string
  readonly expiresOn?: string
  /** Broken: it goes into quarantine. */
  readonly status?: 'damaged'
  /** What it was put into. */
  readonly unit?: ReceivedUnit
}

export interface ReceiveState extends TagMemory {
  readonly order: ReceiveOrder
  readonly today: string
  readonly lines: readonly ReceivedLine[]
  readonly draft?: GoodsDraft
  /** What is scanned next is broken. */
  readonly isBroken?: boolean
  /** What is scanned next goes into it. */
  readonly unit?: ReceivedUnit
  readonly isChoosingUnit?: boolean
  /** The receipt, once it is posted. */
  readonly receipt?: Posted
}

export interface Posted {
  readonly id: number
  readonly number: string
  readonly picksForOrders: number
  /** labels of the units that stand at the dock now */
  readonly units?: readonly string[]
}

export type ReceiveEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  /** an RFID tag in the field, and what it is */
  | { readonly kind: 'tag'; readonly code: string }
  | { readonly kind: 'tagRead'; readonly code: string; readonly reading: GoodsReading }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'pieces'; readonly pieces: number }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'chooseUnit' }
  /** without a kind: loose again */
  | { readonly kind: 'intoUnit'; readonly unit?: UnitKind; readonly code?: string }
  | { readonly kind: 'remove'; readonly lineKey: number }
  | { readonly kind: 'forget' }
  | ({ readonly kind: 'posted' } & Posted)

export type ReceiveCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | { readonly kind: 'readTag'; readonly code: string }
  | { readonly kind: 'post'; readonly orderId: number; readonly lines: readonly ReceivedLine[] }

type Step = FlowStep<ReceiveState, ReceiveCall>

export type ReceiveAsk = 'goods' | 'posted' | 'unit' | Exclude<GoodsAsk, 'nothing'>

export function startReceive(order: ReceiveOrder, today: string, lines: readonly ReceivedLine[] = []): ReceiveState {
  // A kept line whose order line is gone or full by now is left out; what is on the pallet can be scanned anew.
  const kept: ReceivedLine[] = []
  const state = { order, today, lines: kept }
  for (const line of lines) {
    if (receivableOfLine(state, line.orderLineId) >= plannedMicro(line)) kept.push(line)
  }
  return state
}

export function receiveAsk(state: ReceiveState): ReceiveAsk {
  if (state.receipt !== undefined) return 'posted'
  if (state.isChoosingUnit === true) return 'unit'
  const ask = state.draft === undefined ? 'nothing' : asked(state.draft)
  return ask === 'nothing' ? 'goods' : ask
}

function openOfLine(state: ReceiveState, orderLineId: number): number {
  const line = state.order.lines.find((known) => known.id === orderLineId)
  if (line === undefined) return 0
  const gathered = state.lines.filter((known) => known.orderLineId === orderLineId)
  return gathered.reduce((open, known) => open - plannedMicro(known), line.quantityMicro - line.receivedMicro)
}

/** What of an order a line fulfils: of goods that are weighed as much as was reckoned for so many pieces. */
export function plannedMicro({
  quantityMicro,
  pieces,
  terms,
}: Pick<ReceivedLine, 'quantityMicro' | 'pieces' | 'terms'>): number {
  return pieces === undefined || terms === undefined ? quantityMicro : pieces * terms.nominalMicro
}

function receivableOfLine(state: ReceiveState, orderLineId: number): number {
  const line = state.order.lines.find((known) => known.id === orderLineId)
  if (line === undefined) return 0
  return openOfLine(state, orderLineId) + (line.receivableMicro ?? line.quantityMicro) - line.quantityMicro
}

function receivableOfItem(state: ReceiveState, itemId: number): number {
  return state.order.lines
    .filter((line) => line.item.id === itemId)
    .reduce((open, line) => open + receivableOfLine(state, line.id), 0)
}

/** What of an item is still expected, what was scanned now taken off. */
export function openOfItem(state: ReceiveState, itemId: number): number {
  return state.order.lines
    .filter((line) => line.item.id === itemId)
    .reduce((open, line) => open + openOfLine(state, line.id), 0)
}

export function receiveStep(state: ReceiveState, event: ReceiveEvent): Step {
  const step = stepOf(state, event)
  // Tags that waited are read as soon as nothing is asked.
  if (step.call !== undefined || receiveAsk(step.state) !== 'goods') return step
  const next = nextWaiting(step.state)
  return next === undefined ? step : { ...step, state: next.state, call: { kind: 'readTag', code: next.code } }
}

function stepOf(state: ReceiveState, event: ReceiveEvent): Step {
  switch (event.kind) {
    case 'tag':
      return tagSeen(state, event.code)
    case 'tagRead':
      return tagRead(state, event.code, event.reading)
    case 'scan':
      return scanned(state, event.code)
    case 'goods':
      return goods(state, event.code, event.reading)
    case 'text':
      return typed(state, event.text)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'pieces':
      return piecesCounted(state, event.pieces)
    case 'confirm':
      return confirmed(state)
    case 'broken':
      return { state: { ...state, isBroken: state.isBroken !== true } }
    case 'chooseUnit':
      return { state: { ...state, isChoosingUnit: true } }
    case 'intoUnit':
      return { state: intoUnit(state, event.unit, event.code ?? '') }
    case 'remove':
      return removed(state, event.lineKey)
    case 'forget':
      return { state: state.isChoosingUnit === true ? { ...state, isChoosingUnit: false } : withoutDraft(state) }
    case 'posted': {
      const { kind: _kind, ...receipt } = event
      return {
        state: { ...withoutDraft(state), lines: [], receipt },
        answer: { kind: 'done', text: 'received', params: { number: event.number, count: state.lines.length } },
      }
    }
  }
}

function intoUnit({ unit: _before, ...state }: ReceiveState, kind: UnitKind | undefined, code: string): ReceiveState {
  const rest = { ...state, isChoosingUnit: false }
  return kind === undefined ? rest : { ...rest, unit: unitFor(state.lines, kind, code) }
}

function scanned(state: ReceiveState, code: string): Step {
  const { draft } = state
  const ask = receiveAsk(state)
  if (ask === 'posted') return { state }
  if (ask === 'unit') return { state: intoUnit(state, 'pallet', code) }
  if (draft !== undefined && ask === 'lot') {
    const next = withScannedLot(draft, code)
    return next === undefined ? wrong(state, 'station.lotWanted', { item: itemText(draft.item) }) : settle(state, next)
  }
  if (draft !== undefined && ask === 'expiry') {
    const next = withScannedExpiry(draft, code)
    return next === undefined ? wrong(state, 'station.expiryWanted') : settle(state, next)
  }
  if (draft !== undefined) return wrong(state, 'station.quantityFirst', { item: itemText(draft.item) })
  return { state, call: { kind: 'readGoods', code } }
}

function goods(
  state: ReceiveState,
  code: string,
  reading: GoodsReading,
  told: (draft: GoodsDraft) => GoodsDraft = (draft) => draft,
): Step {
  const { item } = reading
  if (item === null) return wrong(state, 'station.codeUnknown', { scanned: bareCode(code) })
  const { order } = state
  if (!order.lines.some((line) => line.item.id === item.id)) {
    return wrong(state, 'station.notOnOrder', { item: itemText(item), order: order.number })
  }
  if (receivableOfItem(state, item.id) <= 0) return wrong(state, 'station.nothingExpected', { item: itemText(item) })
  return settle(state, told(draftOf(item, reading, { asksExpiry: true, asksPieces: true })))
}

function tagSeen(state: ReceiveState, code: string): Step {
  if (state.receipt !== undefined || knowsTag(state, code)) return { state }
  return state.draft === undefined ? { state, call: { kind: 'readTag', code } } : { state: withWaiting(state, code) }
}

/** Of tags that do not belong here one is answered, the others of its kind are passed over. */
function tagRead(state: ReceiveState, code: string, reading: GoodsReading): Step {
  const { item } = reading
  const status = state.isBroken === true ? 'damaged' : undefined
  const before = state.lines.find(
    (line) => line.tags !== undefined && line.item.id === item?.id && line.status === status,
  )
  const step = goods(state, code, reading, (draft) => taggedDraft(draft, code, reading, before))
  if (step.answer?.kind !== 'wrong') return step
  return hasPassedAlike(state, code)
    ? { state: withPassed(state, [code]) }
    : { ...step, state: withPassed(state, [code]) }
}

function typed(state: ReceiveState, text: string): Step {
  const { draft, today } = state
  if (draft === undefined) return { state }
  const ask = asked(draft)
  if (ask === 'lot') {
    const next = withLot(draft, text)
    return next === undefined ? wrong(state, 'station.lotWanted', { item: itemText(draft.item) }) : settle(state, next)
  }
  if (ask !== 'expiry') return { state }
  const next = withExpiry(draft, text, today)
  return next === undefined ? wrong(state, 'station.notADate', { text }) : settle(state, next)
}

function counted(state: ReceiveState, quantityMicro: number): Step {
  const { draft } = state
  if (draft === undefined || asked(draft) !== 'quantity') return wrong(state, 'station.scanFirst')
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  return settle(state, { ...draft, quantityMicro })
}

/** With the weight known; what so many can't weigh is weighed again. */
function piecesCounted(state: ReceiveState, pieces: number): Step {
  const { draft } = state
  if (draft === undefined || asked(draft) !== 'pieces') return wrong(state, 'station.scanFirst')
  const { draft: next, doubt } = withPieces(draft, pieces)
  return doubt === undefined ? settle(state, next) : wrong({ ...state, draft: next }, 'items.weightUnlikely', doubt)
}

/** At the quantity: all that is expected. Without a draft: post what was gathered. */
function confirmed(state: ReceiveState): Step {
  const { draft, lines, order } = state
  if (receiveAsk(state) === 'quantity' && draft !== undefined) {
    return counted(state, Math.max(openOfItem(state, draft.item.id), 0))
  }
  if (draft !== undefined && asked(draft) === 'pieces') return piecesCounted(state, likelyPieces(draft))
  if (draft !== undefined) return wrong(state, asked(draft) === 'lot' ? 'station.lotMissing' : 'station.expiryWanted')
  if (lines.length === 0) return wrong(state, 'station.nothingToPost')
  return { state, call: { kind: 'post', orderId: order.id, lines } }
}

function removed(state: ReceiveState, lineKey: number): Step {
  const line = state.lines.find((known) => known.key === lineKey)
  if (line === undefined) return { state }
  return {
    state: { ...state, lines: state.lines.filter((known) => known !== line) },
    answer: { kind: 'done', text: 'takenBack', params: { text: lineText(line) } },
  }
}

/** Asks on, or makes the draft a line once nothing is missing. */
function settle(state: ReceiveState, draft: GoodsDraft): Step {
  if (draft.expiresOn !== undefined && draft.expiresOn < state.today) {
    return wrong(withoutDraft(state), 'station.expiredAlready', {
      item: itemText(draft.item),
      expiresOn: draft.expiresOn,
    })
  }
  const { quantityMicro } = draft
  if (draft.isSerial === true && isScanned(state, draft)) {
    const { lotCode: serial, ...asking } = draft
    return wrong({ ...state, draft: asking }, 'station.serialTwice', { serial: serial ?? '' })
  }
  if (asked(draft) !== 'nothing' || quantityMicro === undefined) {
    return {
      state: { ...state, draft },
      answer: { kind: 'right', text: 'item', params: { item: itemText(draft.item) } },
    }
  }
  const open = openOfItem(state, draft.item.id)
  const takenMicro = plannedMicro({ ...draft, quantityMicro })
  if (takenMicro > receivableOfItem(state, draft.item.id)) {
    const { quantityMicro: _tooMany, pieces: _pieces, ...asking } = draft
    return wrong({ ...state, draft: asking }, 'station.moreThanExpected', {
      item: itemText(draft.item),
      wantedMicro: takenMicro,
      openMicro: open,
    })
  }
  const added = linesFor(state, draft, quantityMicro)
  const [first] = added
  return {
    state: nextPiece(
      {
        // Tags of broken goods go on being broken until somebody says otherwise.
        ...withoutDraft(state, draft.tags !== undefined),
        lines: joinedLines(
          state.lines,
          added.toReversed(),
          (one, other) =>
            one.orderLineId === other.orderLineId &&
            one.lotCode === other.lotCode &&
            one.status === other.status &&
            one.unit?.key === other.unit?.key,
        ),
      },
      state.draft,
    ),
    answer: {
      kind: 'right',
      text: 'taken',
      params: { item: itemText(draft.item), quantity: quantityText({ ...draft, quantityMicro }) },
      ...(first === undefined ? {} : { lineKey: first.key }),
    },
  }
}

function isScanned(state: ReceiveState, draft: GoodsDraft): boolean {
  return state.lines.some((line) => line.item.id === draft.item.id && line.lotCode === draft.lotCode)
}

/** Where serial numbers are scanned one after the other, the next one is asked for until nothing is expected. */
function nextPiece(state: ReceiveState, asking: GoodsDraft | undefined): ReceiveState {
  if (asking?.isSerial !== true || openOfItem(state, asking.item.id) <= 0) return state
  return { ...state, draft: asking }
}

/** Order lines of the same item are filled one after the other. */
function linesFor(state: ReceiveState, draft: GoodsDraft, quantityMicro: number): ReceivedLine[] {
  let rest = quantityMicro
  let key = Math.max(0, ...state.lines.map((line) => line.key))
  const added: ReceivedLine[] = []
  const add = (orderLineId: number, quantity: number): void => {
    if (quantity <= 0) return
    key += 1
    added.push({
      key,
      orderLineId,
      item: draft.item,
      quantityMicro: quantity,
      ...(draft.lotCode === undefined ? {} : { lotCode: draft.lotCode }),
      ...(draft.expiresOn === undefined ? {} : { expiresOn: draft.expiresOn }),
      ...(state.isBroken === true ? { status: 'damaged' as const } : {}),
      ...(state.unit === undefined ? {} : { unit: state.unit }),
      ...(draft.tags === undefined ? {} : { tags: draft.tags }),
      ...(draft.terms === undefined ? {} : { terms: draft.terms }),
      ...(draft.pieces === undefined ? {} : { pieces: draft.pieces }),
    })
    rest -= quantity
  }
  const lines = state.order.lines.filter((line) => line.item.id === draft.item.id)
  // What was weighed together is not told apart.
  if (draft.terms !== undefined) {
    const open = lines.find((line) => openOfLine(state, line.id) > 0) ?? lines[0]
    if (open !== undefined) add(open.id, quantityMicro)
    return added
  }
  for (const line of lines) add(line.id, Math.min(rest, openOfLine(state, line.id)))
  // More than was ordered, as far as the supplier's tolerance goes.
  for (const line of lines) {
    const taken = added.filter((known) => known.orderLineId === line.id)
    const before = taken.reduce((sum, known) => sum + known.quantityMicro, 0)
    add(line.id, Math.min(rest, receivableOfLine(state, line.id) - before))
  }
  return added
}

function withoutDraft(state: ReceiveState, staysBroken = false): ReceiveState {
  const { draft: _draft, isBroken = false, ...rest } = state
  return { ...rest, ...(staysBroken && isBroken ? { isBroken } : {}) }
}

type Counted = Pick<ReceivedLine, 'item' | 'quantityMicro' | 'pieces' | 'terms'>

/** `20.6 kg · 4 wheel` for goods that are counted and weighed. */
export function quantityText({ item, quantityMicro, pieces, terms }: Counted): string {
  const quantity = formatQuantity(quantityMicro, { unit: item.baseUnit })
  return pieces === undefined || terms === undefined ? quantity : `${quantity} · ${piecesText(terms, pieces)}`
}

export function lineText(line: Counted & Pick<ReceivedLine, 'lotCode'>): string {
  return [itemText(line.item), line.lotCode, quantityText(line)].filter((part) => part !== undefined).join(' · ')
}
