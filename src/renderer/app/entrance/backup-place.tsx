import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, Form, Input, Segmented } from 'antd'
import type { FormInstance } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../../shared/backups'
import { askBackup } from './backups'

export const PLACE_KINDS = ['file', 's3', 'webdavs', 'sftp'] as const
/** Addresses are written alike in every language. */
const EXAMPLES = {
  file: 'file:///D:/Kontor',
  s3: 's3://bucket/kontor?endpoint=https://oss-cn-hangzhou.aliyuncs.com&style=virtual',
  webdavs: 'webdavs://dav.jianguoyun.com/dav/kontor',
  sftp: 'sftp://nas.example:22/backup/kontor',
} as const
export const RECOVERY_KEY_FORM = 'XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX'

export type PlaceKind = (typeof PLACE_KINDS)[number]

export interface PlaceFields {
  readonly kind: PlaceKind
  readonly url: string
  readonly user?: string
  readonly secret?: string
}

/** Kind, address and sign-in of a backup target; the same questions in the wizard and on a new PC. */
export function PlaceQuestions({ form }: { readonly form: FormInstance }): ReactNode {
  const { t } = useTranslation()
  const [kind, setKind] = useState<PlaceKind>('file')
  const choose = async (): Promise<void> => {
    const { url } = await askBackup('chooseFolder', null)
    if (url !== '') form.setFieldValue('url', url)
  }
  const needed = [{ required: true, message: t('app.needed') }]
  return (
    <>
      <Form.Item name="kind" label={t('backup.kind')} initialValue="file">
        <Segmented
          block
          options={PLACE_KINDS.map((value) => ({ value, label: t(`backup.kinds.${value}`) }))}
          onChange={(value) => {
            setKind(value)
            form.setFieldValue('url', '')
          }}
        />
      </Form.Item>
      <Form.Item name="url" label={t('backup.address')} extra={t(`backup.hints.${kind}`)} rules={needed}>
        <Input
          maxLength={500}
          spellCheck={false}
          placeholder={EXAMPLES[kind]}
          addonAfter={
            kind === 'file' ? (
              <Button type="text" size="small" icon={<FolderOpenOutlined />} onClick={() => void choose()}>
                {t('backup.choose')}
              </Button>
            ) : undefined
          }
        />
      </Form.Item>
      {kind === 'file' ? null : (
        <div className="k-front-pair">
          <Form.Item name="user" label={t(kind === 's3' ? 'backup.accessKey' : 'backup.user')} rules={needed}>
            <Input maxLength={200} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Form.Item name="secret" label={t(kind === 's3' ? 'backup.secretKey' : 'backup.password')} rules={needed}>
            <Input.Password maxLength={4000} autoComplete="off" />
          </Form.Item>
        </div>
      )}
    </>
  )
}

export const placeOf = ({ url, user = '', secret = '' }: PlaceFields): Place => ({ url: url.trim(), user, secret })
