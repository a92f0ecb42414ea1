import { Button, Form, Input, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opening, SnapshotEntry } from '../../../shared/backups'
import { DateTimeText, RefusalAlert } from '../../ui'
import { PlaceQuestions, placeOf, RECOVERY_KEY_FORM, type PlaceFields } from './backup-place'
import { useBackupAction } from './backups'
import { FrontPage } from './front-page'

interface Answers extends PlaceFields {
  readonly by: 'recoveryKey' | 'passphrase'
  readonly key: string
}

/** A new PC, or a company that can't be opened: brings it back from its backups by the recovery key alone. */
export function BringBack({ onCancel }: { onCancel(): void }): ReactNode {
  const { t } = useTranslation()
  const [form] = Form.useForm<Answers>()
  const [by, setBy] = useState<Answers['by']>('recoveryKey')
  const [found, setFound] = useState<{ opening: Opening; snapshots: readonly SnapshotEntry[] }>()
  const find = useBackupAction('find')
  const bringBack = useBackupAction('bringBack')
  const look = async (answers: Answers): Promise<void> => {
    const opening: Opening = { ...placeOf(answers), recoveryKey: '', passphrase: '', [answers.by]: answers.key }
    const answer = await find.run(opening)
    if (answer !== undefined) setFound({ opening, snapshots: answer.snapshots })
  }
  return (
    <FrontPage title={t('backup.bringBack.title')} hint={t('backup.bringBack.hint')}>
      {found === undefined ? (
        <Form<Answers>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ by: 'recoveryKey' }}
          onFinish={(answers) => void look(answers)}
        >
          <PlaceQuestions form={form} />
          <Form.Item name="by" label={t('backup.openBy')}>
            <Segmented
              block
              onChange={setBy}
              options={[
                { value: 'recoveryKey', label: t('backup.recoveryKey') },
                { value: 'passphrase', label: t('backup.passphrase') },
              ]}
            />
          </Form.Item>
          <Form.Item name="key" label={t(`backup.${by}`)} rules={[{ required: true, message: t('app.needed') }]}>
            {by === 'recoveryKey' ? (
              <Input maxLength={80} placeholder={RECOVERY_KEY_FORM} spellCheck={false} autoComplete="off" />
            ) : (
              <Input.Password maxLength={200} autoComplete="off" />
            )}
          </Form.Item>
          {find.refusal === undefined ? null : <RefusalAlert refusal={find.refusal} />}
          <Button type="primary" htmlType="submit" block loading={find.isRunning}>
            {t('backup.bringBack.find')}
          </Button>
        </Form>
      ) : (
        <>
          {bringBack.refusal === undefined ? null : <RefusalAlert refusal={bringBack.refusal} />}
          <table className="k-table" aria-label={t('backup.snapshots')}>
            <tbody>
              {found.snapshots.slice(0, 12).map((snapshot) => (
                <tr key={snapshot.name}>
                  <td>
                    <strong>{snapshot.company}</strong> · {snapshot.host}
                  </td>
                  <td>
                    <DateTimeText at={Date.parse(snapshot.takenAt)} />
                  </td>
                  <td className="k-right">
                    <Button
                      loading={bringBack.isRunning}
                      onClick={() => void bringBack.run({ ...found.opening, name: snapshot.name })}
                    >
                      {t('backup.bringBack.do')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.snapshots.length === 0 ? <p>{t('backup.noSnapshots')}</p> : null}
        </>
      )}
      <Button type="link" block onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </FrontPage>
  )
}
