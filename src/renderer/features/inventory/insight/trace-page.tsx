import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asRefusal, type Engine } from '../../../app/engine'
import { useNavigation, type PageParams } from '../../../app/pages'
import { DateText, EmptyState, PageHeader, QuantityText, RefusalAlert } from '../../../ui'

type Trace = Awaited<ReturnType<Engine['stock']['trace']>>

/** Both ways from a lot or serial number: where it came from, where it went, whom to call. */
export function TracePage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(params['code'] === undefined ? '' : String(params['code']))
  const [code, setCode] = useState(typed)
  const { data, error } = useQuery(
    api.stock.trace.queryOptions({ input: { code: code === '' ? '-' : code }, enabled: code !== '', retry: false }),
  )
  return (
    <section className="k-form-page">
      <PageHeader title={t('stock.trace')} hint={t('stock.traceHint')} />
      <form
        className="k-no-print"
        onSubmit={(event) => {
          event.preventDefault()
          setCode(typed.trim())
        }}
      >
        <Input
          autoFocus
          aria-label={t('stock.code')}
          placeholder={t('stock.code')}
          style={{ width: 320, marginRight: 8 }}
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={typed.trim() === ''}>
          {t('stock.doTrace')}
        </Button>
      </form>
      {code === '' ? <EmptyState title={t('stock.noTrace')} hint={t('stock.traceHint')} /> : null}
      {error === null || code === '' ? null : <RefusalAlert refusal={asRefusal(error)} />}
      {data === undefined ? null : (
        <>
          <People title={t('stock.customers')} kind="shipping.shipment" people={data.customers} />
          <People title={t('stock.suppliers')} kind="purchasing.receipt" people={data.suppliers} />
          {data.lots.map((lot) => (
            <Lot key={lot.lot.id} traced={lot} />
          ))}
        </>
      )}
    </section>
  )
}

function People(props: {
  readonly title: string
  readonly kind: string
  readonly people: Trace['customers']
}): ReactNode {
  const { title, kind, people } = props
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  return (
    <table className="k-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('app.kinds.parties.partner')}</th>
          <th scope="col">{t('stock.contact')}</th>
          <th scope="col">{t('stock.lot')}</th>
          <th scope="col" className="k-right">
            {t('stock.quantity')}
          </th>
          <th scope="col" className="k-right">
            {t('stock.stillThere')}
          </th>
          <th scope="col">{t('stock.documents')}</th>
        </tr>
      </thead>
      <tbody>
        {people.length === 0 ? (
          <tr>
            <td colSpan={6} className="k-soft">
              {t('stock.nobody')}
            </td>
          </tr>
        ) : null}
        {people.flatMap((person) =>
          person.goods.map((goods) => (
            <tr key={`${person.partner.id}-${goods.lot.id}`}>
              <td>
                {person.partner.code} {person.partner.name}
              </td>
              <td>{[person.phone, person.email, person.address].filter((text) => text !== '').join(' · ')}</td>
              <td>
                {goods.item.code} · {goods.lot.code}
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={goods.quantityMicro} unit={goods.item.baseUnit} />
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={goods.openMicro} unit={goods.item.baseUnit} />
              </td>
              <td>
                {goods.documents.map((document) => (
                  <button
                    key={document.id}
                    type="button"
                    className="k-plain k-link k-gap"
                    disabled={!canOpen(kind)}
                    onClick={() => open(kind, { id: document.id })}
                  >
                    {document.number}
                  </button>
                ))}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function Lot({ traced }: { readonly traced: Trace['lots'][number] }): ReactNode {
  const { t, i18n } = useTranslation()
  const { open, canOpen } = useNavigation()
  const { lot, item, direction, onHand, events } = traced
  const nameOf = (kind: string): string => {
    const own = `inventory.sources.${kind.replace('.', '-')}`
    return i18n.exists(own) ? t(own) : t(`app.kinds.${kind}`)
  }
  return (
    <table className="k-table">
      <caption>
        {t(`stock.directions.${direction}`)}: {item.code} {item.name} · {lot.code}{' '}
        {onHand.map((place) => (
          <span key={`${place.bin}-${place.status}`} className="k-soft k-gap">
            {place.warehouse} {place.bin} <QuantityText quantityMicro={place.quantityMicro} unit={item.baseUnit} />
          </span>
        ))}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('stock.date')}</th>
          <th scope="col">{t('stock.document')}</th>
          <th scope="col">{t('stock.fromTo')}</th>
          <th scope="col" className="k-right">
            {t('stock.quantity')}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.isDirect ? event.sourceKind : ''}${event.id}`}>
            <td>
              <DateText date={event.postedOn} />
            </td>
            <td>
              {canOpen(event.sourceKind) ? (
                <button
                  type="button"
                  className="k-plain k-link"
                  onClick={() => open(event.sourceKind, { id: event.sourceId })}
                >
                  {event.number ?? nameOf(event.sourceKind)}
                </button>
              ) : (
                (event.number ?? nameOf(event.sourceKind))
              )}
            </td>
            <td>{event.isDirect ? t('stock.directly') : `${event.fromBin ?? '–'} → ${event.toBin ?? '–'}`}</td>
            <td className="k-right">
              <QuantityText quantityMicro={event.quantityMicro} unit={item.baseUnit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
