import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTotals } from '../currencies/document-currency'
import type { Refusal } from '../../../shared/errors'
import {
  DocumentFrame,
  EntryGrid,
  Field,
  MoneyText,
  useRefusalText,
  useScanner,
  type DocumentAction,
  type EntryColumn,
  type EntryError,
  type Scan,
} from '../../ui'
import { useDayRates } from '../currencies/day-rates'
import { useForeignCurrencies } from '../currencies/foreign-currencies'
import { asRefusal, engine } from '../engine'
import { useNavigation, usePageTab } from '../pages'
import { PartnerSelect } from '../documents/partner-select'
import { useSession } from '../session'
import { useHistoryPart, useStateTag } from '../documents/document-parts'
import { totalsOf } from './document-totals'
import { inCurrency, rateText } from './order-currency'
import { TaxInPrices } from './tax-in-prices'
import { useOrderDraft, type DraftStore, type OrderDraft } from './order-draft'
import { MatrixDialog, type MatrixLine } from './matrix-dialog'
import { newOrderLine, orderColumns, withFacts, withScan, type ItemFacts, type OrderLine } from './order-lines'
import { readScannedItem, withScanned } from './scanned-lines'

export interface OrderEditorProps {
  readonly kind: 'sales.order' | 'purchasing.order' | 'offers.quotation'
  readonly id: number | undefined
  readonly initial: OrderDraft
  readonly side: 'customer' | 'supplier'
  readonly words: {
    readonly partner: string
    readonly due: string
    readonly price: string
    readonly lineNote: string
    readonly confirm: string
  }
  readonly store: DraftStore
  /** What follows from choosing an item: its packs, its price for this partner, a note (stock). */
  readonly factsOf: (itemId: number, partnerId: number | undefined, wanted?: Wanted) => Promise<ItemFacts>
  /** Columns of this side of trade only. Keep the array stable between renders. */
  readonly moreColumns?: readonly EntryColumn<OrderLine>[]
  readonly moreActions?: readonly DocumentAction[]
  readonly banner?: ReactNode
  /** Another way to confirm, offered after a refusal. */
  readonly otherConfirm?: { readonly label: string; readonly confirm: (id: number) => Promise<unknown> }
  /** The price follows the quantity, until a person types one. */
  readonly hasQuantityPrices?: boolean
  readonly confirm: (id: number) => Promise<unknown>
  readonly remove: (id: number) => Promise<unknown>
}

export interface Wanted {
  readonly packId: number | undefined
  readonly quantityMicro: number | undefined
}

const NO_COLUMNS: readonly EntryColumn<OrderLine>[] = []

/** An order being written, for sales and purchasing alike: header, lines worked by keyboard, one button to confirm. */
export function OrderEditor(props: OrderEditorProps): ReactNode {
  const {
    kind,
    id,
    initial,
    side,
    words,
    store,
    factsOf,
    confirm,
    remove,
    moreColumns = NO_COLUMNS,
    hasQuantityPrices = false,
    moreActions = [],
    banner,
    otherConfirm,
  } = props
  const { t } = useTranslation()
  const totalRows = useTotals()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const history = useHistoryPart(kind, id)
  const refusalText = useRefusalText()
  const memory = `draft.${kind}.${String(id ?? 'new')}`
  const { draft, change, settle, saving, refusal, forget } = useOrderDraft({ memory, id, initial, store })
  const [refused, setRefused] = useState<Refusal>()
  const [isBusy, setBusy] = useState(false)
  const [isMatrix, setMatrix] = useState(false)
  const [facts] = useState(() => new Map<number, ItemFacts>())
  const foreign = useForeignCurrencies()
  const dealsInForeign = foreign.length > 0
  const rateOf = useDayRates(draft.orderedOn)
  const rate = draft.currency === undefined ? undefined : rateOf(draft.currency)
  /** Prices and costs are known in the currency of the books. */
  const factsIn = useCallback(
    async (itemId: number, partnerId: number | undefined, wanted?: Wanted): Promise<ItemFacts> =>
      inCurrency(await factsOf(itemId, partnerId, wanted), rate),
    [factsOf, rate],
  )
  useEffect(() => tab.setUnsaved(saving === 'unsaved'), [tab, saving])

  const onItem = useCallback(
    (lineKey: string, itemId: number, scan?: string) => {
      const isIt = (line: OrderLine): boolean => line.key === lineKey && line.itemId === itemId
      void factsIn(itemId, draft.partnerId).then(async (found) => {
        facts.set(itemId, found)
        change((before) => ({
          ...before,
          lines: before.lines.map((line) => (isIt(line) ? withFacts(line, found) : line)),
        }))
        // What customers pay in the shop stands on labels; what suppliers are paid, or in foreign money, does not.
        if (scan === undefined || !hasQuantityPrices || draft.currency !== undefined) return
        const read = await engine.items.readScan({ scan })
        change((before) => ({
          ...before,
          lines: before.lines.map((line) => (isIt(line) ? withScan(line, read, company.currency) : line)),
        }))
      })
    },
    [factsIn, draft.partnerId, draft.currency, change, facts, hasQuantityPrices, company.currency],
  )
  useEffect(() => {
    // Lines that were there before: their packs must be known before another one can be typed.
    for (const { itemId } of initial.lines) {
      if (itemId !== undefined) void factsOf(itemId, initial.partnerId).then((found) => facts.set(itemId, found))
    }
  }, [initial, factsOf, facts])
  /** Another quantity, pack or partner may have another price. */
  const reprice = (line: OrderLine, partnerId: number | undefined): void => {
    const { itemId, packId, quantityMicro } = line
    if (!hasQuantityPrices || itemId === undefined) return
    void factsIn(itemId, partnerId, { packId, quantityMicro }).then((found) => {
      change((before) => ({
        ...before,
        lines: before.lines.map((now) =>
          now.key === line.key && now.itemId === itemId && now.quantityMicro === quantityMicro
            ? withFacts(now, found)
            : now,
        ),
      }))
    })
  }
  const changeLines = (lines: readonly OrderLine[]): void => {
    change((before) => ({ ...before, lines }))
    for (const line of lines) {
      const old = draft.lines.find(({ key }) => key === line.key)
      if (old?.itemId !== line.itemId) continue
      if (old?.quantityMicro !== line.quantityMicro || old?.packId !== line.packId) reprice(line, draft.partnerId)
    }
  }
  const includesTax = draft.pricesIncludeTax ?? false
  /** Lines of a matrix come after what was typed; the empty last line goes. */
  const takeMatrix = (taken: readonly MatrixLine[]): void => {
    setMatrix(false)
    const fresh = taken.map((line) => ({ ...newOrderLine(), ...line }))
    change((before) => ({
      ...before,
      lines: [...before.lines.filter(({ itemId }) => itemId !== undefined), ...fresh],
    }))
    for (const line of fresh) onItem(line.key, line.itemId)
  }
  const takeScan = async (scan: Scan): Promise<void> => {
    setRefused(undefined)
    try {
      const read = await readScannedItem(scan, draft.partnerId)
      const found = await factsIn(read.item.id, draft.partnerId)
      facts.set(read.item.id, found)
      const labelCurrency = hasQuantityPrices && draft.currency === undefined ? company.currency : undefined
      const taken: OrderLine[] = []
      change((before) => {
        const { lines, line } = withScanned(before.lines, read, found, { includesTax, labelCurrency })
        taken.push(line)
        return { ...before, lines }
      })
      for (const line of taken) if (line.isLabelled !== true) reprice(line, draft.partnerId)
    } catch (error) {
      setRefused(asRefusal(error))
    }
  }
  useScanner((scan) => void takeScan(scan))
  const columns = useMemo(
    () =>
      orderColumns({
        t,
        onItem,
        packsOf: (itemId) => facts.get(itemId)?.packs ?? [],
        priceTitle: includesTax ? t('app.lines.priceWithTax') : words.price,
        noteTitle: words.lineNote,
        more: moreColumns,
      }),
    [t, onItem, facts, words.price, words.lineNote, moreColumns, includesTax],
  )
  const shown = refused ?? refusal
  const lineError = /^lines\.(\d+)(?:\.(\w+))?$/.exec(shown?.field ?? '')
  const errors: EntryError[] =
    shown === undefined || lineError === null
      ? []
      : [
          {
            line: Number(lineError[1]),
            column:
              lineError[2] === 'quantityMicro'
                ? 'quantityMicro'
                : lineError[2] === 'priceMicro'
                  ? 'priceMicro'
                  : 'item',
            message: refusalText(shown),
          },
        ]
  const currency = draft.currency ?? company.currency
  const symbol = draft.currency !== undefined
  const totals = totalsOf(draft.lines, currency)

  /** What was typed stays and is read the other way; prices of lists follow. */
  const setIncludesTax = (isIn: boolean): void =>
    change((before) => ({
      ...before,
      pricesIncludeTax: isIn,
      lines: before.lines.map((line) => {
        const read = { ...line, includesTax: isIn }
        const known = line.itemId === undefined ? undefined : facts.get(line.itemId)
        return known === undefined ? read : withFacts(read, known)
      }),
    }))
  const setCurrency = (chosen: string): void =>
    change((before) => ({ ...before, currency: chosen === company.currency ? undefined : chosen }))
  const takeCurrencyOf = async (partnerId: number): Promise<void> => {
    const partner = await engine.parties.getPartner({ id: partnerId })
    setCurrency(partner.currency ?? company.currency)
  }
  const rateHint = rate === undefined ? (symbol ? t('currencies.noRate') : '') : rateText(rate)

  const press = (work: (savedId: number) => Promise<unknown>) => async (): Promise<void> => {
    setBusy(true)
    setRefused(undefined)
    try {
      const savedId = await settle()
      if (savedId === undefined) return
      await work(savedId)
      forget()
    } catch (error) {
      setRefused(asRefusal(error))
    } finally {
      setBusy(false)
    }
  }
  const confirmBy = (way: (savedId: number) => Promise<unknown>) =>
    press(async (savedId) => {
      await way(savedId)
      if (id === undefined) {
        close(kind)
        open(kind, { id: savedId })
      }
    })
  const confirmOrder = confirmBy(confirm)
  const discard = async (): Promise<void> => {
    const savedId = id ?? (await settle())
    if (savedId !== undefined) await remove(savedId).catch((error: unknown) => setRefused(asRefusal(error)))
    forget()
    close(kind, id === undefined ? {} : { id })
  }

  return (
    <DocumentFrame
      title={t(`app.kinds.${kind}`)}
      state={tag('draft')}
      {...(id === undefined && draft === initial ? {} : { saving })}
      refusal={errors.length === 0 ? shown : undefined}
      side={history}
      fields={
        <>
          <Field
            label={words.partner}
            isRequired
            refusal={shown?.field === 'customerId' || shown?.field === 'supplierId' ? shown : undefined}
          >
            {(control) => (
              <PartnerSelect
                id={control.id}
                side={side}
                autoFocus={id === undefined}
                value={draft.partnerId}
                text={draft.partnerText}
                onChange={(partnerId) => {
                  change((before) => ({ ...before, partnerId }))
                  if (dealsInForeign) void takeCurrencyOf(partnerId)
                  for (const line of draft.lines) reprice(line, partnerId)
                }}
              />
            )}
          </Field>
          {dealsInForeign ? (
            <Field label={t('currencies.currency')} hint={rateHint}>
              {(control) => (
                <Select
                  id={control.id}
                  style={{ width: '100%' }}
                  value={currency}
                  options={[company.currency, ...foreign.map(({ code }) => code)].map((value) => ({
                    value,
                    label: value,
                  }))}
                  onChange={setCurrency}
                />
              )}
            </Field>
          ) : null}
          <Field label={t('app.lines.prices')}>
            {(control) => <TaxInPrices id={control.id} value={includesTax} onChange={setIncludesTax} />}
          </Field>
          {kind === 'purchasing.order' ? (
            <Field label={t('purchasing.consignment.terms')}>
              {(control) => (
                <Select
                  id={control.id}
                  style={{ width: '100%' }}
                  value={draft.isConsigned === true ? 'consigned' : 'bought'}
                  options={(['bought', 'consigned'] as const).map((value) => ({
                    value,
                    label: t(`purchasing.consignment.${value}`),
                  }))}
                  onChange={(value) => change((before) => ({ ...before, isConsigned: value === 'consigned' }))}
                />
              )}
            </Field>
          ) : null}
          <Field label={t('app.lines.orderedOn')}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(draft.orderedOn)}
                onChange={(day) => day && change((before) => ({ ...before, orderedOn: day.format('YYYY-MM-DD') }))}
              />
            )}
          </Field>
          <Field label={words.due}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(draft.dueOn)}
                onChange={(day) => day && change((before) => ({ ...before, dueOn: day.format('YYYY-MM-DD') }))}
              />
            )}
          </Field>
          <Field label={t('app.lines.note')}>
            {(control) => (
              <Input
                id={control.id}
                maxLength={2000}
                value={draft.note}
                onChange={(event) => change((before) => ({ ...before, note: event.target.value }))}
              />
            )}
          </Field>
        </>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={draft.lines}
          lineKey={(line) => line.key}
          newLine={() => ({ ...newOrderLine(), includesTax })}
          errors={errors}
          onChange={changeLines}
        />
      }
      total={<MoneyText amountMinor={totals.grossMinor} currency={currency} symbol={symbol} />}
      totals={totalRows({ ...totals, currency: symbol ? currency : undefined })}
      primary={{ label: words.confirm, onPress: () => void confirmOrder(), isBusy }}
      notes={
        <>
          {banner}
          {isMatrix ? <MatrixDialog onTake={takeMatrix} onClose={() => setMatrix(false)} /> : null}
        </>
      }
      actions={[
        ...(otherConfirm === undefined
          ? []
          : [{ key: 'other', label: otherConfirm.label, onPress: () => void confirmBy(otherConfirm.confirm)() }]),
        ...moreActions,
        { key: 'matrix', label: t('items.family.matrix'), onPress: () => setMatrix(true) },
        { key: 'discard', label: t('app.lines.discard'), isDanger: true, onPress: () => void discard() },
      ]}
    />
  )
}
