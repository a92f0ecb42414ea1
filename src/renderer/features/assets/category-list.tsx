import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { Dialog, EmptyState, Field, PageHeader, RefusalAlert, ScaledInput } from '../../ui'
import { AccountChoice } from './account-choice'
import { METHODS, type Method } from './methods'

type Category = Awaited<ReturnType<Engine['assets']['listCategories']>>['rows'][number]

/** Kinds of assets and how they are depreciated. */
export function CategoryList(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('accounting.post')
  const [edited, setEdited] = useState<Category | 'new'>()
  const { data } = useQuery(api.assets.listCategories.queryOptions({ input: {} }))
  const rows = data?.rows ?? []
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('assets.categories')}
        actions={
          canWrite ? (
            <Button type="primary" onClick={() => setEdited('new')}>
              {t('assets.newCategory')}
            </Button>
          ) : null
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('assets.noCategory')} hint={t('assets.noCategoryHint')} />
      ) : (
        <table className="k-table k-sticky" aria-label={t('assets.categories')}>
          <thead>
            <tr>
              <th scope="col">{t('assets.name')}</th>
              <th scope="col">{t('assets.method')}</th>
              <th scope="col" className="k-right">
                {t('assets.lifeMonths')}
              </th>
              <th scope="col" className="k-right">
                {t('assets.residualShare')}
              </th>
              <th scope="col">{t('assets.expenseAccount')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <button type="button" className="k-plain k-link" disabled={!canWrite} onClick={() => setEdited(row)}>
                    {row.name}
                  </button>
                </td>
                <td>{t(`assets.methods.${row.method}`)}</td>
                <td className="k-right">{row.lifeMonths}</td>
                <td className="k-right">{row.residualMicro / 10_000} %</td>
                <td>{row.expenseAccountCode}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited === undefined ? null : (
        <CategoryDialog category={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}

function CategoryDialog(props: { readonly category: Category | undefined; onClose(): void }): ReactNode {
  const { category, onClose } = props
  const { t } = useTranslation()
  const [name, setName] = useState(category?.name ?? '')
  const [method, setMethod] = useState<Method>(category?.method ?? 'straight-line')
  const [lifeMonths, setLife] = useState<number | null>(category?.lifeMonths ?? 60)
  const [residual, setResidual] = useState<number | null>(category?.residualMicro ?? 50_000)
  const [account, setAccount] = useState(category?.expenseAccountCode ?? undefined)
  const save = useCommand(engine.assets.saveCategory)
  const submit = async (): Promise<void> => {
    const answer = await save.run({
      ...(category === undefined ? {} : { id: category.id }),
      name,
      method,
      lifeMonths: lifeMonths ?? 0,
      residualMicro: residual ?? 0,
      ...(account === undefined ? {} : { expenseAccountCode: account }),
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('assets.category')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning, disabled: name.trim() === '' || (lifeMonths ?? 0) < 1 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
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
      <Field label={t('assets.method')}>
        {(control) => (
          <Select
            id={control.id}
            style={{ width: '100%' }}
            value={method}
            options={METHODS.map((value) => ({ value, label: t(`assets.methods.${value}`) }))}
            onChange={setMethod}
          />
        )}
      </Field>
      <Field label={t('assets.lifeMonths')} isRequired>
        {(control) => <ScaledInput id={control.id} decimals={0} value={lifeMonths} onChange={setLife} />}
      </Field>
      <Field label={t('assets.residualShare')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={4}
            minDecimals={0}
            suffix="%"
            value={residual}
            onChange={setResidual}
          />
        )}
      </Field>
      <Field label={t('assets.expenseAccount')} hint={t('assets.expenseAccountHint')}>
        {(control) => <AccountChoice id={control.id} value={account} onChange={setAccount} />}
      </Field>
    </Dialog>
  )
}
