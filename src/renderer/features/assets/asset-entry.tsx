import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { PartnerSelect } from '../../app/documents/partner-select'
import { useSession } from '../../app/session'
import { DocumentFrame, EmptyState, Field, MoneyText, ScaledInput } from '../../ui'
import { AccountChoice } from './account-choice'
import { METHODS, type Method } from './methods'

type Way = 'supplier' | 'account'

/** A card for something bought, brought in, or taken over from another program. */
export function AssetEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const decimals = currencyDecimals(company.currency)
  const { data: categories } = useQuery(api.assets.listCategories.queryOptions({ input: {} }))
  const [name, setName] = useState('')
  const [categoryId, setCategory] = useState<number>()
  const [acquiredOn, setAcquiredOn] = useState(company.today)
  const [inServiceOn, setInServiceOn] = useState(company.today)
  const [way, setWay] = useState<Way>('supplier')
  const [supplierId, setSupplier] = useState<number>()
  const [accountCode, setAccount] = useState<string>()
  const [texts, setTexts] = useState({ supplierReference: '', location: '', custodian: '', serialNumber: '' })
  const [figures, setFigures] = useState<Readonly<Record<string, number | null>>>({})
  const [method, setMethod] = useState<Method>()
  const acquire = useCommand(engine.assets.acquire)
  const category = categories?.rows.find(({ id }) => id === categoryId)
  const usedMethod = method ?? category?.method ?? 'straight-line'
  const figure = (key: string): number | null => figures[key] ?? null
  const setFigure = (key: string) => (value: number | null) => setFigures({ ...figures, [key]: value })
  const given = (key: string): Record<string, number> => {
    const value = figure(key)
    return value === null ? {} : { [key]: value }
  }
  const costMinor = figure('costMinor') ?? 0
  const total = costMinor + (figure('taxMinor') ?? 0) - (figure('openingMinor') ?? 0)
  const isComplete =
    name.trim() !== '' &&
    category !== undefined &&
    costMinor > 0 &&
    (way === 'supplier' ? supplierId : accountCode) !== undefined
  const submit = async (): Promise<void> => {
    if (category === undefined) return
    const answer = await acquire.run({
      name,
      categoryId: category.id,
      acquiredOn,
      inServiceOn: inServiceOn < acquiredOn ? acquiredOn : inServiceOn,
      costMinor,
      ...(method === undefined ? {} : { method }),
      ...given('lifeMonths'),
      ...given('residualMinor'),
      ...given('unitsTotal'),
      ...given('taxMinor'),
      ...given('openingMinor'),
      ...given('openingMonths'),
      ...(way === 'supplier' && supplierId !== undefined ? { supplierId } : {}),
      ...(way === 'account' && accountCode !== undefined ? { accountCode } : {}),
      ...texts,
    })
    if (answer === undefined) return
    close('assets.newAsset')
    open('assets.asset', { id: answer.id })
  }
  const number = (key: string, places: number): ReactNode => (
    <Field key={key} label={t(`assets.${key}`)}>
      {(control) => <ScaledInput id={control.id} decimals={places} value={figure(key)} onChange={setFigure(key)} />}
    </Field>
  )
  if (categories !== undefined && categories.rows.length === 0) {
    return (
      <section className="k-page">
        <EmptyState title={t('assets.noCategory')} hint={t('assets.noCategoryHint')} />
        <p>
          <Button type="primary" onClick={() => open('assets.categories')}>
            {t('assets.categories')}
          </Button>
        </p>
      </section>
    )
  }
  return (
    <DocumentFrame
      title={t('assets.newAsset')}
      state={tag('draft')}
      refusal={acquire.refusal}
      fields={
        <>
          <Field label={t('assets.name')} isRequired>
            {(control) => (
              <Input
                {...control}
                autoFocus
                maxLength={200}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('assets.category')} isRequired>
            {(control) => (
              <Select
                id={control.id}
                style={{ width: '100%' }}
                value={categoryId ?? null}
                options={(categories?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
                onChange={(id) => {
                  if (id !== null) setCategory(id)
                }}
              />
            )}
          </Field>
          <Field label={t('assets.acquiredOn')}>
            {(control) => <DayPicker id={control.id} value={acquiredOn} onChange={setAcquiredOn} />}
          </Field>
          <Field label={t('assets.inServiceOn')} hint={t('assets.inServiceHint')}>
            {(control) => <DayPicker id={control.id} value={inServiceOn} onChange={setInServiceOn} />}
          </Field>
          {number('costMinor', decimals)}
          {number('taxMinor', decimals)}
          <Field label={t('assets.way')}>
            {() => (
              <Segmented
                value={way}
                onChange={setWay}
                options={(['supplier', 'account'] as const).map((value) => ({
                  value,
                  label: t(`assets.ways.${value}`),
                }))}
              />
            )}
          </Field>
          {way === 'supplier' ? (
            <Field label={t('assets.supplier')} isRequired>
              {(control) => <PartnerSelect id={control.id} side="supplier" value={supplierId} onChange={setSupplier} />}
            </Field>
          ) : (
            <Field label={t('assets.account')} isRequired>
              {(control) => <AccountChoice id={control.id} value={accountCode} onChange={setAccount} />}
            </Field>
          )}
          <Field label={t('assets.method')}>
            {(control) => (
              <Select
                id={control.id}
                style={{ width: '100%' }}
                value={usedMethod}
                options={METHODS.map((value) => ({ value, label: t(`assets.methods.${value}`) }))}
                onChange={setMethod}
              />
            )}
          </Field>
          {number('lifeMonths', 0)}
          {number('residualMinor', decimals)}
          {usedMethod === 'units' ? number('unitsTotal', 0) : null}
          {way === 'account' ? [number('openingMinor', decimals), number('openingMonths', 0)] : null}
          {(Object.keys(texts) as (keyof typeof texts)[]).map((key) => (
            <Field key={key} label={t(`assets.${key}`)}>
              {(control) => (
                <Input
                  id={control.id}
                  maxLength={key === 'supplierReference' ? 40 : 120}
                  value={texts[key]}
                  onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </>
      }
      lines={null}
      total={<MoneyText amountMinor={total} />}
      {...(isComplete
        ? { primary: { label: t('assets.acquire'), onPress: () => void submit(), isBusy: acquire.isRunning } }
        : {})}
    />
  )
}
