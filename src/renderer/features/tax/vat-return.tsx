import { useQuery } from '@tanstack/react-query'
import { Fragment, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../shared/values/format'
import { api, type Engine } from '../../app/engine'
import type { Sheet } from '../../app/lists/sheet'
import { SheetButton } from '../../app/lists/sheet-button'
import { useSpan } from '../../app/lists/span'
import { useNavigation } from '../../app/pages'
import { DateText, MoneyText, PageHeader, StateTag, Waiting } from '../../ui'

type Return = Awaited<ReturnType<Engine['tax']['vatReturn']>>
type Box = Return['boxes'][number]

const SIDES = ['output', 'input'] as const

/** The return of some months in boxes: each opens the documents that it is made of, and all of them equal the ledger. */
export function VatReturn(): ReactNode {
  const { t } = useTranslation()
  const { from, to, about, picker } = useSpan()
  const { data } = useQuery(api.tax.vatReturn.queryOptions({ input: { from, to } }))
  const nameOf = useBoxName()
  const sheet = (): Sheet => ({
    title: t('tax.vatReturn'),
    about,
    columns: [
      { title: t('tax.box') },
      { title: t('tax.what') },
      { title: t('tax.net'), kind: 'money' },
      { title: t('tax.taxAmount'), kind: 'money' },
    ],
    rows: [
      ...(data?.boxes ?? []).map((box, at) => ({
        cells: [
          { value: String(at + 1) },
          { value: `${t(`tax.sides.${box.side}`)}: ${nameOf(box)}` },
          { value: box.netMinor ?? '' },
          { value: box.taxMinor },
        ],
      })),
      ...(['outputMinor', 'inputMinor', 'broughtMinor', 'payableMinor'] as const).map((key) => ({
        cells: [{ value: '' }, { value: t(`tax.${key}`) }, { value: '' }, { value: data?.[key] ?? 0 }],
        isStrong: true,
      })),
    ],
  })
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('tax.vatReturn')}
        hint={t('tax.vatReturnHint')}
        actions={
          <>
            {picker}
            {data === undefined ? null : <SheetButton sheet={sheet} />}
          </>
        }
      />
      {data === undefined ? <Waiting /> : <Boxes answer={data} nameOf={nameOf} />}
    </section>
  )
}

function useBoxName(): (box: Box) => string {
  const { t } = useTranslation()
  return ({ taxCode, rateMicro, sourceKind }) =>
    taxCode === null
      ? t('tax.otherEntries', { kind: t(`app.kinds.${sourceKind ?? ''}`, { defaultValue: sourceKind ?? '' }) })
      : `${t(`items.taxCodes.${taxCode}`, { defaultValue: taxCode })} ${formatPercent(rateMicro ?? 0)}`
}

function Boxes({ answer, nameOf }: { readonly answer: Return; nameOf(box: Box): string }): ReactNode {
  const { t } = useTranslation()
  const [shown, setShown] = useState<number>()
  const ties = answer.outputMinor === answer.ledgerOutputMinor && answer.inputMinor === answer.ledgerInputMinor
  return (
    <div>
      <table className="k-table k-sticky" aria-label={t('tax.vatReturn')}>
        <thead>
          <tr>
            <th scope="col" className="k-narrow">
              {t('tax.box')}
            </th>
            <th scope="col">{t('tax.what')}</th>
            <th scope="col" className="k-right">
              {t('tax.net')}
            </th>
            <th scope="col" className="k-right">
              {t('tax.taxAmount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {SIDES.map((side) => (
            <Fragment key={side}>
              {answer.boxes.map((box, at) =>
                box.side === side ? (
                  <Fragment key={at}>
                    <tr>
                      <td>{at + 1}</td>
                      <td>
                        <button
                          type="button"
                          className="k-plain k-link"
                          aria-expanded={shown === at}
                          onClick={() => setShown(shown === at ? undefined : at)}
                        >
                          {t(`tax.sides.${side}`)}: {nameOf(box)}
                        </button>
                      </td>
                      <td className="k-right">
                        {box.netMinor === null ? null : <MoneyText amountMinor={box.netMinor} />}
                      </td>
                      <td className="k-right">
                        <MoneyText amountMinor={box.taxMinor} />
                      </td>
                    </tr>
                    {shown === at ? <BoxLines box={box} /> : null}
                  </Fragment>
                ) : null,
              )}
              <tr>
                <td />
                <th scope="row">{t(`tax.${side}Minor`)}</th>
                <td />
                <td className="k-right">
                  <strong>
                    <MoneyText amountMinor={answer[`${side}Minor`]} />
                  </strong>
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          {answer.broughtMinor === 0 ? null : (
            <tr>
              <td />
              <th scope="row">{t('tax.broughtMinor')}</th>
              <td />
              <td className="k-right">
                <MoneyText amountMinor={answer.broughtMinor} />
              </td>
            </tr>
          )}
          <tr>
            <td />
            <th scope="row">{t(answer.payableMinor < 0 ? 'tax.refundable' : 'tax.payableMinor')}</th>
            <td />
            <td className="k-right">
              <strong>
                <MoneyText amountMinor={Math.abs(answer.payableMinor)} />
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <p>
        <StateTag tone={ties ? 'good' : 'bad'} label={t(ties ? 'tax.ties' : 'tax.differs')} />
      </p>
    </div>
  )
}

function BoxLines({ box }: { readonly box: Box }): ReactNode {
  const { open, canOpen } = useNavigation()
  return box.lines.map((line, at) => (
    <tr key={at}>
      <td />
      <td className="k-soft">
        <DateText date={line.postedOn} />{' '}
        <button
          type="button"
          className="k-plain k-link"
          disabled={!canOpen(line.sourceKind)}
          onClick={() => open(line.sourceKind, { id: line.sourceId })}
        >
          {line.number}
        </button>
      </td>
      <td className="k-right">{line.netMinor === null ? null : <MoneyText amountMinor={line.netMinor} />}</td>
      <td className="k-right">
        <MoneyText amountMinor={line.taxMinor} />
      </td>
    </tr>
  ))
}
