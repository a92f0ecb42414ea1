import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { filledIn } from '../../../app/documents/record-form'
import { api, engine, type Engine } from '../../../app/engine'
import { useSession } from '../../../app/session'
import { Dialog, RefusalAlert } from '../../../ui'

type House = Awaited<ReturnType<Engine['warehouse']['floorMap']>>

interface WalkwaysForm {
  readonly aisleGapMillimetres: number
  readonly aisleLengthMillimetres: number
  /** as typed: millimetres from the front */
  readonly crossAisles: readonly string[]
}

/** How the house is walked: needed where its bins came from a table, or after it was rebuilt. */
export function WalkwaysDialog(props: { readonly warehouseId: number; readonly onClose: () => void }): ReactNode {
  const { company } = useSession()
  const input = { warehouseId: props.warehouseId, today: company.today, days: 1 }
  const { data } = useQuery(api.warehouse.floorMap.queryOptions({ input }))
  return data === undefined ? null : <WalkwaysFields house={data} {...props} />
}

function WalkwaysFields(props: {
  readonly house: House
  readonly warehouseId: number
  readonly onClose: () => void
}): ReactNode {
  const { house, warehouseId, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<WalkwaysForm>()
  const save = useCommand(engine.warehouse.saveWalkways)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { crossAisles, ...lengths } = fields
    const crossAislesMillimetres = crossAisles.map(Number)
    if ((await save.run({ warehouseId, ...lengths, crossAislesMillimetres })) !== undefined) onClose()
  }
  const needed = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('warehouse.floor.walkways')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <p className="k-soft">{t('warehouse.floor.walkwaysHint')}</p>
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...house, crossAisles: house.crossAislesMillimetres.map(String) }}
      >
        <Form.Item name="aisleGapMillimetres" label={t('warehouse.aisleGap')} rules={needed}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="aisleLengthMillimetres" label={t('warehouse.floor.aisleLength')} rules={needed}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="crossAisles"
          label={t('warehouse.floor.crossAisles')}
          extra={t('warehouse.floor.crossAislesHint')}
          rules={[
            {
              validator: async (_rule, values: readonly string[] = []) => {
                if (values.every((text) => /^[1-9]\d{0,5}$/.test(text))) return
                throw new Error(t('warehouse.floor.crossAislesHint'))
              },
            },
          ]}
        >
          <Select mode="tags" open={false} suffixIcon={null} maxCount={3} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
