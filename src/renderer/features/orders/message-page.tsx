import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { asRefusal, engine, type Engine } from '../../app/engine'
import { ItemSelect } from '../../app/documents/item-select'
import { useNavigation } from '../../app/pages'
import { PartnerSelect } from '../../app/documents/partner-select'
import { DocumentFrame, EmptyState, Field, QuantityText, StateTag } from '../../ui'
import { useIntakeHead } from './intake-head'

type Line = Awaited<ReturnType<Engine['orders']['readMessage']>>['lines'][number]

/** A customer's chat message becomes an order: paste, look at each line, take it. Words are learned. */
export function MessagePage(): ReactNode {
  const { t } = useTranslation()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const head = useIntakeHead()
  const [customerId, setCustomer] = useState<number>()
  const [text, setText] = useState('')
  const [lines, setLines] = useState<readonly Line[]>([])
  const [refused, setRefused] = useState<Refusal>()
  const take = useCommand(engine.orders.takeMessage)

  const read = async (): Promise<void> => {
    setRefused(undefined)
    try {
      const found = await engine.orders.readMessage({ text, ...(customerId === undefined ? {} : { customerId }) })
      setLines(found.lines)
      if (found.promisedOn !== null) head.setPromisedOn(found.promisedOn)
    } catch (error) {
      setRefused(asRefusal(error))
    }
  }
  const setItem = (at: number, itemId: number | null, name: string): void => {
    const item = itemId === null ? null : { id: itemId, code: '', name, baseUnit: '' }
    setLines((before) => before.map((line, place) => (place === at ? { ...line, item, by: 'person' } : line)))
  }
  const submit = async (): Promise<void> => {
    if (head.channelId === undefined || head.warehouseId === undefined || customerId === undefined) return
    const answer = await take.run({
      channelId: head.channelId,
      externalNumber: `chat-${crypto.randomUUID().slice(0, 13)}`,
      warehouseId: head.warehouseId,
      customerId,
      promisedOn: head.promisedOn,
      note: text.slice(0, 2000),
      lines: lines.map((line) => ({
        item: line.itemText,
        unit: line.unitText,
        countMicro: line.countMicro,
        // What a person saw here and let stand is as good as chosen.
        ...(line.item === null ? {} : { itemId: line.item.id }),
      })),
    })
    if (answer === undefined) return
    close('orders.message')
    open('orders.request', { id: answer.id })
  }
  const canTake = lines.length > 0 && customerId !== undefined && head.channelId !== undefined
  return (
    <DocumentFrame
      title={t('orders.message')}
      state={tag('draft')}
      refusal={take.refusal ?? refused}
      fields={
        <>
          <Field label={t('orders.customer')} isRequired>
            {(control) => (
              <PartnerSelect id={control.id} side="customer" autoFocus value={customerId} onChange={setCustomer} />
            )}
          </Field>
          {head.fields}
          <Field label={t('orders.messageText')} hint={t('orders.messageHint')}>
            {(control) => (
              <Input.TextArea
                id={control.id}
                rows={3}
                maxLength={5000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </>
      }
      lines={
        <>
          <Button disabled={text.trim() === ''} onClick={() => void read()}>
            {t('orders.read')}
          </Button>
          {lines.length === 0 ? (
            <EmptyState title={t('orders.nothingRead')} hint={t('orders.nothingReadHint')} />
          ) : (
            <table className="k-table" aria-label={t('app.lines.label')}>
              <thead>
                <tr>
                  <th scope="col">{t('orders.written')}</th>
                  <th scope="col" className="k-right">
                    {t('app.lines.quantity')}
                  </th>
                  <th scope="col">{t('app.lines.item')}</th>
                  <th scope="col">{t('orders.foundBy')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line, at) => (
                  <tr key={`${line.itemText}-${String(at)}`}>
                    <td>{line.itemText}</td>
                    <td className="k-right">
                      <QuantityText quantityMicro={line.countMicro} unit={line.unitText} />
                    </td>
                    <td>
                      <ItemSelect
                        label={t('orders.chooseItem', { text: line.itemText })}
                        value={line.item?.id}
                        text={line.item === null ? undefined : `${line.item.code} ${line.item.name}`.trim()}
                        onChange={(itemId, name) => setItem(at, itemId, name)}
                      />
                    </td>
                    <td>
                      <StateTag
                        tone={line.by === null ? 'bad' : line.by === 'guess' ? 'warning' : 'good'}
                        label={t(`orders.by.${line.by ?? 'none'}`)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      }
      {...(canTake
        ? { primary: { label: t('orders.take'), onPress: () => void submit(), isBusy: take.isRunning } }
        : {})}
    />
  )
}
