import { Button, DatePicker, Divider, Form, Input, Segmented, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert, useLanguage } from '../../ui'
import { BringBack } from './bring-back'
import { useCommand } from '../commands'
import { engine, shell } from '../engine'
import { FrontPage } from './front-page'

interface Answers {
  readonly name: string
  readonly pack: 'cn-sbe' | 'generic'
  readonly currency: string
  readonly startsOn: Dayjs
  readonly userName: string
  readonly login: string
  readonly password: string
}

const CURRENCIES = [
  'CNY',
  'EUR',
  'USD',
  'GBP',
  'HKD',
  'TWD',
  'JPY',
  'SGD',
  'AUD',
  'CAD',
  'CHF',
  'SEK',
  'INR',
  'THB',
  'VND',
  'MYR',
]

/** Creates the company: six answers, then the program is ready to work. Or the demonstration company. */
export function FirstRun({ onReady }: { onReady(): void }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const [form] = Form.useForm<Answers>()
  const establish = useCommand(engine.company.establish)
  const signIn = useCommand(engine.access.signIn)
  const isChinese = language === 'zh-CN'
  const [isBringingBack, setBringingBack] = useState(false)

  const finish = async (answers: Answers): Promise<void> => {
    const { startsOn, ...rest } = answers
    const done = await establish.run({ ...rest, locale: language, startsOn: startsOn.format('YYYY-MM-DD') })
    if (done === undefined) return
    await signIn.run({ login: answers.login, password: answers.password, station: shell?.station ?? 'browser' })
    onReady()
  }
  const required = [{ required: true, message: t('app.firstRun.required') }]

  if (isBringingBack) return <BringBack onCancel={() => setBringingBack(false)} />
  return (
    <FrontPage title={t('app.firstRun.title')} hint={t('app.firstRun.hint')}>
      <Form<Answers>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          pack: isChinese ? 'cn-sbe' : 'generic',
          currency: isChinese ? 'CNY' : 'EUR',
          startsOn: dayjs().startOf('year'),
          login: 'owner',
        }}
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item name="name" label={t('app.firstRun.name')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="pack" label={t('app.firstRun.pack')}>
          <Segmented
            block
            options={[
              { value: 'cn-sbe', label: t('app.firstRun.packs.cn-sbe') },
              { value: 'generic', label: t('app.firstRun.packs.generic') },
            ]}
            onChange={(pack) => form.setFieldValue('currency', pack === 'cn-sbe' ? 'CNY' : 'EUR')}
          />
        </Form.Item>
        <div className="k-front-pair">
          <Form.Item name="currency" label={t('app.firstRun.currency')}>
            <Select showSearch options={CURRENCIES.map((value) => ({ value, label: value }))} />
          </Form.Item>
          <Form.Item name="startsOn" label={t('app.firstRun.startsOn')} rules={required}>
            <DatePicker picker="month" allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Divider plain>{t('app.firstRun.you')}</Divider>
        <Form.Item name="userName" label={t('app.firstRun.userName')} rules={required}>
          <Input autoComplete="name" maxLength={200} />
        </Form.Item>
        <div className="k-front-pair">
          <Form.Item name="login" label={t('app.signIn.login')} rules={required}>
            <Input autoComplete="username" maxLength={40} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('app.signIn.password')}
            rules={[{ required: true, min: 8, message: t('app.firstRun.passwordRule') }]}
          >
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
        </div>
        {establish.refusal === undefined ? null : <RefusalAlert refusal={establish.refusal} />}
        <Button type="primary" htmlType="submit" block loading={establish.isRunning || signIn.isRunning}>
          {t('app.firstRun.create')}
        </Button>
      </Form>
      {shell === undefined ? null : (
        <>
          <Divider plain>{t('app.firstRun.or')}</Divider>
          <Button block onClick={() => shell?.openDemo()}>
            {t('app.firstRun.demo')}
          </Button>
          <Button type="link" block onClick={() => setBringingBack(true)}>
            {t('backup.bringBack.link')}
          </Button>
        </>
      )}
    </FrontPage>
  )
}
