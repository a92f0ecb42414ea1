import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Segmented, Switch } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { filledIn } from '../../../app/documents/record-form'
import { useCan } from '../../../app/session'
import { Dialog, EmptyState, PageHeader, RefusalAlert, ShortcutKeys, StateTag, useShortcuts } from '../../../ui'
import { OWN_DIMENSIONS, type OwnDimension } from '../vouchers/voucher-lines'

type Value = Awaited<ReturnType<Engine['accounting']['listDimensions']>>['rows'][number]
type Task = Partial<Value> & { readonly dimension: OwnDimension }

/** Departments, projects and persons that voucher lines are told apart by. */
export function DimensionPage(): ReactNode {
  const { t } = useTranslation()
  const canPost = useCan('accounting.post')
  const [dimension, setDimension] = useState<OwnDimension>('department')
  const [task, setTask] = useState<Task>()
  const { data } = useQuery(api.accounting.listDimensions.queryOptions({ input: {} }))
  const rows = (data?.rows ?? []).filter((row) => row.dimension === dimension)
  const add = (): void => setTask({ dimension })
  useShortcuts(t('ui.shortcuts.page'), [{ keys: 'N', label: t('accounting.newValue'), run: () => canPost && add() }])
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('accounting.dimensionsTitle')}
        hint={t('accounting.dimensionsHint')}
        actions={
          <>
            <Segmented
              value={dimension}
              onChange={setDimension}
              options={OWN_DIMENSIONS.map((value) => ({ value, label: t(`accounting.dimensions.${value}`) }))}
            />
            {canPost ? (
              <Button type="primary" onClick={add}>
                {t('accounting.newValue')} <ShortcutKeys keys="N" />
              </Button>
            ) : null}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('accounting.noValues')} hint={t('accounting.dimensionsHint')} />
      ) : (
        <table className="k-table k-sticky" aria-label={t('accounting.dimensionsTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('accounting.code')}</th>
              <th scope="col">{t('accounting.name')}</th>
              <th scope="col">{t('accounting.state')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.code}</td>
                <td>{row.name}</td>
                <td>
                  <StateTag
                    tone={row.isActive ? 'good' : 'neutral'}
                    label={t(`accounting.accountStates.${row.isActive ? 'active' : 'archived'}`)}
                  />
                </td>
                <td className="k-right">
                  {canPost ? (
                    <Button size="small" onClick={() => setTask(row)}>
                      {t('accounting.change')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {task === undefined ? null : <DimensionDialog task={task} onClose={() => setTask(undefined)} />}
    </section>
  )
}

function DimensionDialog({ task, onClose }: { readonly task: Task; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<{ code: string; name: string; isActive: boolean }>()
  const save = useCommand(engine.accounting.saveDimension)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { dimension } = task
    const answer = await save.run({ dimension, ...fields, ...(task.id === undefined ? {} : { id: task.id }) })
    if (answer !== undefined) onClose()
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t(`accounting.dimensions.${task.dimension}`)}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={{ code: task.code ?? '', name: task.name ?? '', isActive: task.isActive ?? true }}
      >
        <Form.Item name="code" label={t('accounting.code')} rules={required}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('accounting.name')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="isActive" label={t('accounting.isActive')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
