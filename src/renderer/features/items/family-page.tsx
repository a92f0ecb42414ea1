import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useRecordForm } from '../../app/documents/record-form'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useCan } from '../../app/session'
import { PageHeader, PriceText, RefusalAlert, Waiting } from '../../ui'
import { axesOfFields, fieldsOfAxes, type AxisFields } from './family-axes'
import { GenerateVariants } from './generate-variants'

type Family = Awaited<ReturnType<Engine['items']['getFamily']>>
interface Fields {
  code: string
  name: string
  axes: AxisFields[]
}

/** One article: its axes, and the items that are its variants. Without an id a new one. */
export function FamilyPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const { data } = useQuery(api.items.getFamily.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }))
  if (id !== undefined && data === undefined) return <Waiting />
  return <FamilyForm key={id ?? 'new'} family={data} />
}

const FRESH: Fields = { code: '', name: '', axes: [{ name: '', values: '' }] }

function FamilyForm({ family }: { readonly family: Family | undefined }): ReactNode {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { open, close } = useNavigation()
  const tab = usePageTab()
  const canWrite = useCan('items.write')
  const known = family === undefined ? FRESH : { code: family.code, name: family.name, axes: fieldsOfAxes(family.axes) }
  const form = useRecordForm<Fields>(known)
  const save = useCommand(engine.items.saveFamily)
  useEffect(() => {
    if (family !== undefined) tab.setTitle(family.name)
  }, [tab, family])
  const submit = async (): Promise<void> => {
    const typed = await form.filledIn()
    if (typed === undefined) return
    const answer = await save.run({
      ...(family === undefined ? {} : { id: family.id }),
      code: typed.code,
      name: typed.name,
      axes: axesOfFields(typed.axes),
    })
    if (answer === undefined) return
    form.saved()
    void message.success(t('ui.document.saved'))
    if (family === undefined) {
      close('items.family')
      open('items.family', { id: answer.id })
    }
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <section className="k-form-page">
      <PageHeader
        title={family?.name ?? t('items.family.new')}
        actions={
          canWrite ? (
            <Button type="primary" loading={save.isRunning} onClick={() => void submit()}>
              {t('app.save')}
            </Button>
          ) : null
        }
      />
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form<Fields> {...form.props} disabled={!canWrite}>
        <div className="k-form-columns">
          <Form.Item name="code" label={t('items.family.code')} rules={required}>
            <Input maxLength={25} autoFocus={family === undefined} />
          </Form.Item>
          <Form.Item name="name" label={t('items.family.name')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.List name="axes">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, at) => (
                <fieldset className="k-fieldset" key={field.key}>
                  <legend>{t('items.family.axis', { number: at + 1 })}</legend>
                  <Form.Item name={[field.name, 'name']} label={t('items.family.axisName')} rules={required}>
                    <Input maxLength={40} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'values']} label={t('items.family.values')} rules={required}>
                    <Input.TextArea rows={4} />
                  </Form.Item>
                  {fields.length > 1 ? (
                    <Button icon={<DeleteOutlined />} onClick={() => remove(field.name)}>
                      {t('items.family.removeAxis')}
                    </Button>
                  ) : null}
                </fieldset>
              ))}
              {fields.length < 3 ? (
                <Button icon={<PlusOutlined />} onClick={() => add({ name: '', values: '' })}>
                  {t('items.family.addAxis')}
                </Button>
              ) : null}
            </>
          )}
        </Form.List>
      </Form>
      {family === undefined ? null : <Variants family={family} />}
      {family === undefined || !canWrite ? null : <GenerateVariants familyId={family.id} />}
    </section>
  )
}

function Variants({ family }: { readonly family: Family }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const nameOf = (code: string, axis: number): string =>
    family.axes[axis]?.values.find((value) => value.code === code)?.name ?? code
  return (
    <table className="k-table" aria-label={t('items.family.variants')}>
      <thead>
        <tr>
          <th scope="col">{t('items.family.item')}</th>
          {family.axes.map((axis) => (
            <th scope="col" key={axis.name}>
              {axis.name}
            </th>
          ))}
          <th scope="col" className="k-right">
            {t('items.family.salesPrice')}
          </th>
          <th scope="col">{t('items.family.barcodes')}</th>
        </tr>
      </thead>
      <tbody>
        {family.variants.map((variant) => (
          <tr key={variant.item.id}>
            <td>
              <button
                type="button"
                className="k-plain k-link"
                onClick={() => open('items.item', { id: variant.item.id })}
              >
                {variant.item.code}
              </button>
            </td>
            {variant.values.map((code, axis) => (
              <td key={family.axes[axis]?.name ?? axis}>{nameOf(code, axis)}</td>
            ))}
            <td className="k-right">
              <PriceText priceMicro={variant.salesPriceMicro} />
            </td>
            <td>{variant.barcodes.join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
