import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Popconfirm, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { filledIn } from '../../../app/documents/record-form'
import { useCan } from '../../../app/session'
import { Dialog, RefusalAlert } from '../../../ui'
import { ALLOCATIONS, PICKINGS, USUAL_PLAN, type WaveRule } from './wave-plan'

/** The house's rules, by the hour at which the carrier comes, each with how many orders it takes now. */
export function RuleSelect(props: {
  readonly warehouseId: number
  readonly rules: readonly WaveRule[]
  readonly chosen: WaveRule | undefined
  readonly onChoose: (rule: WaveRule | undefined) => void
}): ReactNode {
  const { warehouseId, rules, chosen, onChoose } = props
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const [edited, setEdited] = useState<WaveRule | 'new'>()
  return (
    <div className="k-wave-rule">
      <Select
        aria-label={t('warehouse.rule')}
        value={chosen?.id ?? 0}
        onChange={(id) => onChoose(rules.find((rule) => rule.id === id))}
        options={[
          { value: 0, label: t('warehouse.noRule') },
          ...rules.map((rule) => ({
            value: rule.id,
            label: [rule.cutOff, rule.name, t('warehouse.ruleOrders', { count: rule.orders })]
              .filter((part) => part !== '')
              .join(' · '),
          })),
        ]}
      />
      {canManage ? (
        <>
          {chosen === undefined ? null : (
            <Button
              icon={<EditOutlined />}
              aria-label={t('warehouse.editRule')}
              title={t('warehouse.editRule')}
              onClick={() => setEdited(chosen)}
            />
          )}
          <Button
            icon={<PlusOutlined />}
            aria-label={t('warehouse.newRule')}
            title={t('warehouse.newRule')}
            onClick={() => setEdited('new')}
          />
        </>
      ) : null}
      {edited === undefined ? null : (
        <RuleDialog
          warehouseId={warehouseId}
          rule={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onRemoved={() => onChoose(undefined)}
        />
      )}
    </div>
  )
}

type RuleFields = Omit<WaveRule, 'id' | 'orders'>

const NEW_RULE: RuleFields = {
  name: '',
  carrier: '',
  channel: '',
  minimumPriority: 0,
  zoneId: null,
  singleLine: false,
  dueWithinDays: null,
  cutOff: '',
  ...USUAL_PLAN,
}

function RuleDialog(props: {
  readonly warehouseId: number
  readonly rule: WaveRule | undefined
  readonly onClose: () => void
  readonly onRemoved: () => void
}): ReactNode {
  const { warehouseId, rule, onClose, onRemoved } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<RuleFields>()
  const save = useCommand(engine.warehouse.saveWaveRule)
  const remove = useCommand(engine.warehouse.removeWaveRule)
  const { data: zones } = useQuery(api.warehouse.listZones.queryOptions({ input: { warehouseId } }))
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const answer = await save.run({
      ...fields,
      warehouseId,
      zoneId: fields.zoneId ?? null,
      dueWithinDays: fields.dueWithinDays ?? null,
      ...(rule === undefined ? {} : { id: rule.id }),
    })
    if (answer !== undefined) onClose()
  }
  const drop = async (): Promise<void> => {
    if (rule === undefined || (await remove.run({ id: rule.id })) === undefined) return
    onRemoved()
    onClose()
  }
  const refusal = save.refusal ?? remove.refusal
  return (
    <Dialog
      title={t(rule === undefined ? 'warehouse.newRule' : 'warehouse.editRule')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={rule ?? NEW_RULE}>
        <Form.Item name="name" label={t('warehouse.ruleName')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <div className="k-wave-rule-fields">
          <Form.Item name="carrier" label={t('warehouse.carrier')}>
            <Input maxLength={60} placeholder={t('warehouse.anyHint')} />
          </Form.Item>
          <Form.Item
            name="cutOff"
            label={t('warehouse.cutOff')}
            rules={[{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t('warehouse.cutOffHint') }]}
          >
            <Input maxLength={5} placeholder="16:00" />
          </Form.Item>
          <Form.Item name="channel" label={t('warehouse.channel')}>
            <Input maxLength={40} placeholder={t('warehouse.anyHint')} />
          </Form.Item>
          <Form.Item name="zoneId" label={t('warehouse.zone')}>
            <Select
              allowClear
              placeholder={t('warehouse.anyZone')}
              options={(zones?.rows ?? []).map((zone) => ({ value: zone.id, label: `${zone.code} ${zone.name}` }))}
            />
          </Form.Item>
          <Form.Item name="minimumPriority" label={t('warehouse.minimumPriority')}>
            <InputNumber min={0} max={9} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="dueWithinDays" label={t('warehouse.dueWithin')}>
            <InputNumber min={0} max={365} style={{ width: '100%' }} placeholder={t('warehouse.anyHint')} />
          </Form.Item>
          <Form.Item name="picking" label={t('warehouse.pickingMode')}>
            <Select options={PICKINGS.map((value) => ({ value, label: t(`warehouse.pickings.${value}`) }))} />
          </Form.Item>
          <Form.Item name="allocation" label={t('warehouse.allocationOf')}>
            <Select options={ALLOCATIONS.map((value) => ({ value, label: t(`warehouse.allocations.${value}`) }))} />
          </Form.Item>
          <Form.Item name="batchCapacity" label={t('warehouse.batchCapacity')}>
            <InputNumber min={1} max={2000} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="singleLine" valuePropName="checked" label=" ">
            <Checkbox>{t('warehouse.singleLine')}</Checkbox>
          </Form.Item>
        </div>
        {rule === undefined ? null : (
          <Popconfirm
            title={rule.name}
            okText={t('warehouse.removeRule')}
            cancelText={t('app.cancel')}
            onConfirm={() => void drop()}
          >
            <Button danger size="small">
              {t('warehouse.removeRule')}
            </Button>
          </Popconfirm>
        )}
      </Form>
    </Dialog>
  )
}
