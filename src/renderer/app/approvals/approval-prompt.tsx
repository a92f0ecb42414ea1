import { Form, Input, Segmented } from 'antd'
import { useId, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../commands'
import { filledIn } from '../documents/record-form'
import { engine } from '../engine'
import { Dialog, RefusalAlert } from '../../ui'
import { promptState, type Approval, type Prompt } from './prompt-state'

/** Wherever a right or a limit is missing: somebody with it gives name and PIN here, or finds a request in the inbox. */
export function ApprovalPrompt(): ReactNode {
  const prompt = useSyncExternalStore(promptState.listen, () => promptState.prompt)
  return prompt === undefined ? null : <PromptDialog key={prompt.refusal.message} prompt={prompt} />
}

interface Fields extends Approval {
  readonly reason: string
}

function PromptDialog({ prompt }: { readonly prompt: Prompt }): ReactNode {
  const { refusal, procedure, input, answer } = prompt
  const { t } = useTranslation()
  const name = useId()
  const [way, setWay] = useState<'here' | 'inbox'>('here')
  const [form] = Form.useForm<Fields>()
  const ask = useCommand(engine.approvals.ask)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    if (way === 'here') {
      answer({ kind: 'allowed', approval: { login: fields.login, pin: fields.pin } })
      return
    }
    const done = await ask.run({ procedure, input, reason: fields.reason })
    if (done !== undefined) answer({ kind: 'asked' })
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('approvals.title')}
      okText={t(way === 'here' ? 'approvals.allow' : 'approvals.send')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: ask.isRunning }}
      onOk={() => void submit()}
      onCancel={() => answer({ kind: 'left' })}
    >
      <RefusalAlert refusal={ask.refusal ?? refusal} />
      <Segmented
        block
        value={way}
        onChange={setWay}
        options={[
          { value: 'here', label: t('approvals.here') },
          { value: 'inbox', label: t('approvals.byInbox') },
        ]}
      />
      <Form
        key={way}
        form={form}
        name={name}
        className="k-front-form"
        layout="vertical"
        requiredMark={false}
        onFinish={() => void submit()}
      >
        {way === 'here' ? (
          <>
            <Form.Item name="login" label={t('approvals.login')} rules={required}>
              <Input autoFocus maxLength={40} autoComplete="off" />
            </Form.Item>
            <Form.Item name="pin" label={t('approvals.pin')} rules={required}>
              <Input.Password maxLength={200} autoComplete="off" onPressEnter={() => void submit()} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="reason" label={t('approvals.reason')} rules={required} extra={t('approvals.inboxHint')}>
            <Input.TextArea autoFocus rows={3} maxLength={400} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}
