import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, EmptyState, MoneyText, PageHeader, RefusalAlert } from '../../../ui'
import { TemplateDialog } from './template-dialog'

type Template = Awaited<ReturnType<Engine['accounting']['listTemplates']>>['rows'][number]

/** Vouchers to take again: by hand, or every month by themselves. */
export function TemplateList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const canPost = useCan('accounting.post')
  const [changing, setChanging] = useState<Template>()
  const { data } = useQuery(api.accounting.listTemplates.queryOptions({ input: {} }))
  const due = useCommand(engine.accounting.postDue)
  const remove = useCommand(engine.accounting.deleteTemplate)
  const refusal = due.refusal ?? remove.refusal
  const rows = data?.rows ?? []
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('accounting.templates')}
        hint={t('accounting.templatesHint')}
        actions={
          canPost ? (
            <Button loading={due.isRunning} onClick={() => void due.run({ on: company.today })}>
              {t('accounting.postDue')}
            </Button>
          ) : null
        }
      />
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {rows.length === 0 ? (
        <EmptyState title={t('accounting.noTemplates')} hint={t('accounting.noTemplatesHint')} />
      ) : (
        <table className="k-table k-sticky" aria-label={t('accounting.templates')}>
          <thead>
            <tr>
              <th scope="col">{t('accounting.templateName')}</th>
              <th scope="col">{t('accounting.memo')}</th>
              <th scope="col">{t('accounting.rhythm')}</th>
              <th scope="col">{t('accounting.nextOn')}</th>
              <th scope="col" className="k-right">
                {t('accounting.amount')}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {rows.map((template) => (
              <tr key={template.id}>
                <td>{template.name}</td>
                <td>{template.memo}</td>
                <td>
                  {t(`accounting.rhythms.${template.nextOn === null ? 'byHand' : 'monthly'}`)}
                  {template.reverses ? ` · ${t('accounting.reverses')}` : ''}
                </td>
                <td>
                  <DateText date={template.nextOn} />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={template.lines.reduce((sum, line) => sum + line.debitMinor, 0)} />
                </td>
                <td className="k-right">
                  {canPost ? (
                    <span className="k-buttons">
                      <Button size="small" onClick={() => open('accounting.newVoucher', { templateId: template.id })}>
                        {t('accounting.take')}
                      </Button>
                      <Button size="small" onClick={() => setChanging(template)}>
                        {t('accounting.change')}
                      </Button>
                      <Popconfirm
                        title={t('accounting.deleteAsk', { name: template.name })}
                        okText={t('accounting.delete')}
                        cancelText={t('app.cancel')}
                        onConfirm={() => void remove.run({ id: template.id })}
                      >
                        <Button size="small" danger>
                          {t('accounting.delete')}
                        </Button>
                      </Popconfirm>
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changing === undefined ? null : <TemplateDialog template={changing} onClose={() => setChanging(undefined)} />}
    </section>
  )
}
