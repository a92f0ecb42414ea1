import { Checkbox, Input, Segmented, Select } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine } from '../../../app/engine'
import {
  expiryColumn,
  gridErrors,
  lotColumns,
  namedLot,
  newLotLine,
  wholeGoods,
  type LotLine,
} from '../../../app/orders/goods-columns'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, EntryGrid, Field, useRefusalText, Waiting, type EntryColumn } from '../../../ui'
import { DayField } from './day-field'
import { useWarehouses } from './use-warehouses'

interface MadeLine extends LotLine {
  readonly expiresOn: string | undefined
  readonly expectedMicro: number | undefined
}

const newMadeLine = (): MadeLine => ({ ...newLotLine(), expiresOn: undefined, expectedMicro: undefined })
const KINDS = ['assembly', 'disassembly', 'repack'] as const

/** What is used, what is made of it: the cost of the one becomes the cost of the other. */
export function ConversionEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const refusalText = useRefusalText()
  const { rows: warehouses, isRead } = useWarehouses()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('assembly')
  const [chosen, setChosen] = useState<number>()
  const [convertedOn, setConvertedOn] = useState(company.today)
  const [note, setNote] = useState('')
  const [used, setUsed] = useState<readonly LotLine[]>([])
  const [made, setMade] = useState<readonly MadeLine[]>([])
  const [lossIsAbnormal, setAbnormal] = useState(false)
  const convert = useCommand(engine.stock.convertGoods)
  const plan = useCommand(engine.stock.planConversion)
  const usedColumns = useMemo(() => lotColumns<LotLine>(t), [t])
  const madeColumns = useMemo<EntryColumn<MadeLine>[]>(
    () => [
      ...lotColumns<MadeLine>(t),
      {
        key: 'expectedMicro',
        title: t('stock.expected'),
        kind: 'quantity',
        width: 130,
        read: (line) => line.expectedMicro,
        write: (line, value) => ({ ...line, expectedMicro: typeof value === 'number' ? value : undefined }),
      },
      expiryColumn(t('stock.expiresOn')),
    ],
    [t],
  )
  if (!isRead) return <Waiting />
  const warehouseId = chosen ?? warehouses[0]?.id
  const wholeUsed = wholeGoods(used)
  const wholeMade = wholeGoods(made)
  const usedErrors = gridErrors(convert.refusal, 'used', refusalText)
  const madeErrors = gridErrors(convert.refusal, 'made', refusalText)
  const submit = async (): Promise<void> => {
    if (warehouseId === undefined || wholeUsed === undefined || wholeMade === undefined) return
    const answer = await convert.run({
      kind,
      warehouseId,
      convertedOn,
      note,
      lossIsAbnormal,
      used: wholeUsed.map(({ itemId, lotCode, quantityMicro }) => ({ itemId, quantityMicro, ...namedLot(lotCode) })),
      made: wholeMade.map(({ itemId, lotCode, quantityMicro, expectedMicro, expiresOn }) => ({
        itemId,
        quantityMicro,
        expectedMicro,
        expiresOn,
        ...namedLot(lotCode),
      })),
    })
    if (answer === undefined) return
    close('stock.newConversion')
    open('stock.conversion', { id: answer.id })
  }
  /** Somebody at a station does it: lots, bins and what comes of it are scanned there. */
  const submitPlan = async (): Promise<void> => {
    if (warehouseId === undefined || wholeUsed === undefined || wholeMade === undefined) return
    const answer = await plan.run({
      kind,
      warehouseId,
      plannedOn: convertedOn,
      note,
      used: wholeUsed.map(({ itemId, quantityMicro }) => ({ itemId, quantityMicro })),
      made: wholeMade.map(({ itemId, quantityMicro, expectedMicro }) => ({
        itemId,
        quantityMicro: expectedMicro ?? quantityMicro,
      })),
    })
    if (answer === undefined) return
    close('stock.newConversion')
    open('stock.plans')
  }
  const isWhole = wholeUsed !== undefined && wholeMade !== undefined
  return (
    <DocumentFrame
      title={t('app.kinds.stock.conversion')}
      state={tag('draft')}
      refusal={plan.refusal ?? (usedErrors.length + madeErrors.length > 0 ? undefined : convert.refusal)}
      actions={isWhole ? [{ key: 'plan', label: t('stock.plan'), onPress: () => void submitPlan() }] : []}
      fields={
        <>
          <Field label={t('stock.kind')}>
            {() => (
              <Segmented
                value={kind}
                onChange={setKind}
                options={KINDS.map((value) => ({ value, label: t(`stock.kinds.${value}`) }))}
              />
            )}
          </Field>
          {warehouses.length < 2 ? null : (
            <Field label={t('stock.warehouse')}>
              {(control) => (
                <Select
                  id={control.id}
                  value={warehouseId ?? null}
                  onChange={(value: number | null) => setChosen(value ?? undefined)}
                  options={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </Field>
          )}
          <DayField label={t('stock.convertedOn')} value={convertedOn} onChange={setConvertedOn} />
          <Field label={t('stock.note')}>
            {(control) => <Input {...control} maxLength={200} value={note} onChange={(e) => setNote(e.target.value)} />}
          </Field>
        </>
      }
      lines={
        <>
          <h2 className="k-section">{t('stock.used')}</h2>
          <EntryGrid
            label={t('stock.used')}
            columns={usedColumns}
            lines={used}
            lineKey={(line) => line.key}
            newLine={newLotLine}
            errors={usedErrors}
            onChange={setUsed}
          />
          <h2 className="k-section">{t('stock.made')}</h2>
          <EntryGrid
            label={t('stock.made')}
            columns={madeColumns}
            lines={made}
            lineKey={(line) => line.key}
            newLine={newMadeLine}
            errors={madeErrors}
            onChange={setMade}
          />
        </>
      }
      notes={
        <Checkbox checked={lossIsAbnormal} onChange={(event) => setAbnormal(event.target.checked)}>
          {t('stock.lossIsAbnormal')}
        </Checkbox>
      }
      {...(wholeUsed === undefined || wholeMade === undefined
        ? {}
        : { primary: { label: t('stock.convert'), onPress: () => void submit(), isBusy: convert.isRunning } })}
    />
  )
}
