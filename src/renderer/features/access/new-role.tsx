import { Form, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { filledIn } from '../../app/documents/record-form'
import { useCommand } from '../../app/commands'
import { engine } from '../../app/engine'
import { Dialog, RefusalAlert } from '../../ui'
import { useRoleName } from './role-name'
import type { Role } from './role-page'

interface Fields {
  readonly name: string
  readonly like: string
}

/** A role of the company's own, with the rights of one that there is. */
export function NewRole(props: { readonly roles: readonly Role[]; onClose(code?: string): void }): ReactNode {
  const { roles, onClose } = props
  const { t } = useTranslation()
  const nameOf = useRoleName()
  const id = useId()
  const [form] = Form.useForm<Fields>()
  const save = useCommand(engine.access.saveRole)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    const like = roles.find(({ code }) => code === fields?.like)
    if (fields === undefined || like === undefined) return
    const { basedOn, rights, limits, warehouseIds } = like
    const answer = await save.run({ name: fields.name, basedOn, rights, limits, warehouseIds })
    if (answer !== undefined) onClose(answer.code)
  }
  return (
    <Dialog
      title={t('access.newRole')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={() => onClose()}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={{ like: 'clerk' }}>
        <Form.Item name="name" label={t('access.roleName')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus maxLength={60} onPressEnter={() => void submit()} />
        </Form.Item>
        <Form.Item name="like" label={t('access.basedOn')}>
          <Select
            options={roles
              .filter(({ code }) => code !== 'owner')
              .map((role) => ({ value: role.code, label: nameOf(role) }))}
          />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
