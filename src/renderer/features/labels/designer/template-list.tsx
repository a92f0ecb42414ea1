import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { labelTemplate, type LabelTemplate } from '../../../../shared/labels/template'
import { labelTemplates } from '../../../../shared/labels/templates'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { PageHeader, RefusalAlert } from '../../../ui'

const labelFile = z.object({
  kontorLabel: z.literal(1),
  name: z.string().trim().min(1).max(60),
  template: labelTemplate,
})

const millimetres = ({ width, height }: LabelTemplate): string => `${width / 100} × ${height / 100} mm`

/** Every kind of label: the program's, and what the company made of it. */
export function TemplateList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canSave = useCan('warehouse.manage')
  const { data } = useQuery(api.labels.listTemplates.queryOptions({ input: {} }))
  const save = useCommand(engine.labels.saveTemplate)
  const file = useRef<HTMLInputElement>(null)
  const [isUnread, setUnread] = useState(false)
  const own = data?.rows ?? []
  const take = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return
    const read = labelFile.safeParse(
      await picked
        .text()
        .then(JSON.parse)
        .catch(() => undefined),
    )
    setUnread(!read.success)
    if (!read.success) return
    const { name, template } = read.data
    const isTaken = own.some((row) => row.name.toLowerCase() === name.toLowerCase())
    const answer = await save.run({ name: isTaken ? `${name} 2` : name, template, isUsed: false })
    if (answer !== undefined) open('labels.template', { id: answer.id })
  }
  return (
    <section className="k-form-page">
      <PageHeader
        title={t('labels.designer.list')}
        hint={t('labels.designer.listHint')}
        actions={
          canSave ? (
            <>
              <Button onClick={() => file.current?.click()}>{t('labels.designer.import')}</Button>
              <input
                ref={file}
                hidden
                type="file"
                aria-label={t('labels.designer.import')}
                accept=".json,application/json"
                onChange={(event) => {
                  void take(event.target.files?.[0])
                  event.target.value = ''
                }}
              />
            </>
          ) : null
        }
      />
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      {isUnread ? <p role="alert">{t('labels.designer.notALabel')}</p> : null}
      <table className="k-table" aria-label={t('labels.designer.list')}>
        <thead>
          <tr>
            <th scope="col">{t('labels.use')}</th>
            <th scope="col">{t('labels.designer.name')}</th>
            <th scope="col">{t('labels.designer.size')}</th>
            <th scope="col">{t('labels.designer.printed')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {labelTemplates.flatMap((shipped) => {
            const copies = own.filter((row) => row.use === shipped.use)
            const isShippedUsed = !copies.some((row) => row.isUsed)
            const use = t(`labels.uses.${shipped.use}`)
            return [
              <tr key={shipped.id}>
                <td>{use}</td>
                <td>{t('labels.designer.ofTheProgram')}</td>
                <td>{millimetres(shipped)}</td>
                <td>{isShippedUsed ? t('labels.designer.yes') : ''}</td>
                <td className="k-right">
                  <Button size="small" onClick={() => open('labels.template', { use: shipped.use })}>
                    {t('labels.designer.copy')}
                  </Button>
                </td>
              </tr>,
              ...copies.map((row) => (
                <tr key={`own-${row.id}`}>
                  <td />
                  <td>{row.name}</td>
                  <td>{millimetres(row.template)}</td>
                  <td>{row.isUsed ? t('labels.designer.yes') : ''}</td>
                  <td className="k-right">
                    <Button size="small" onClick={() => open('labels.template', { id: row.id })}>
                      {t('labels.designer.open')}
                    </Button>
                  </td>
                </tr>
              )),
            ]
          })}
        </tbody>
      </table>
    </section>
  )
}
