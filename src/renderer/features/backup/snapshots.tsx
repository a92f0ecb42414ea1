import { Button, Popconfirm } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SnapshotEntry } from '../../../shared/backups'
import { useBackupAction } from '../../app/entrance/backups'
import { useNavigation } from '../../app/pages'
import { DateTimeText, Dialog, RefusalAlert, Waiting } from '../../ui'
import { sizeText } from './size-text'

/** Every kept moment of a target; one is brought back beside the company, looked into, or gone on with. */
export function Snapshots({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const [snapshots, setSnapshots] = useState<readonly SnapshotEntry[]>()
  const [restored, setRestored] = useState<{ path: string; verified: boolean }>()
  const list = useBackupAction('snapshotsOf')
  const restore = useBackupAction('restoreBeside')
  const look = useBackupAction('openBeside')
  const use = useBackupAction('useFrom')
  const { run } = list
  useEffect(() => {
    void run({ id }).then((answer) => setSnapshots(answer?.snapshots ?? []))
  }, [run, id])
  const refusal = list.refusal ?? restore.refusal ?? look.refusal ?? use.refusal
  return (
    <Dialog title={t('backup.snapshots')} width={720} footer={null} onCancel={onClose}>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {restored === undefined ? null : (
        <div role="status">
          <p>{t(restored.verified ? 'backup.restoredSound' : 'backup.restoredBroken', { file: restored.path })}</p>
          <div className="k-actions">
            <Button onClick={() => void look.run({ path: restored.path })}>{t('backup.lookInto')}</Button>
            <Popconfirm
              title={t('backup.useAsk')}
              okText={t('backup.use')}
              cancelText={t('app.cancel')}
              onConfirm={() => void use.run({ path: restored.path })}
            >
              <Button danger>{t('backup.use')}</Button>
            </Popconfirm>
          </div>
        </div>
      )}
      {snapshots === undefined ? <Waiting /> : null}
      <table className="k-table k-sticky" aria-label={t('backup.snapshots')}>
        <tbody>
          {(snapshots ?? []).map((snapshot) => (
            <tr key={snapshot.name}>
              <td>
                <DateTimeText at={Date.parse(snapshot.takenAt)} />
              </td>
              <td>{snapshot.company}</td>
              <td>{snapshot.host}</td>
              <td className="k-right">{sizeText(snapshot.bytes)}</td>
              <td className="k-right">
                <Button
                  size="small"
                  onClick={() => {
                    onClose()
                    const at = Date.parse(snapshot.takenAt)
                    open('backup.lookUp', { target: id, name: snapshot.name, at })
                  }}
                >
                  {t('backup.lookUp.title')}
                </Button>{' '}
                <Button
                  size="small"
                  loading={restore.isRunning}
                  onClick={() => void restore.run({ id, name: snapshot.name }).then(setRestored)}
                >
                  {t('backup.restoreBeside')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {snapshots?.length === 0 ? <p>{t('backup.noSnapshots')}</p> : null}
    </Dialog>
  )
}
