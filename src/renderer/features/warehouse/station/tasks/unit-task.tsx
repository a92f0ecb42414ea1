import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../../shared/values/format'
import { asRefusal, engine } from '../../../../app/engine'
import { savePdf } from '../../../../app/lists/save-file'
import { useLanguage } from '../../../../ui'
import { useLotText } from '../../lot-text'
import { itemText } from '../flows/flow'
import {
  startUnit,
  unitStep,
  type UnitAction,
  type UnitCall,
  type UnitEvent,
  type UnitKind,
  type UnitRow,
  type UnitView,
} from '../flows/unit-flow'
import { StationFrame } from '../station-frame'
import { useStation } from '../station-control'
import { useFlow } from '../use-flow'
import { GatheredLines } from './gathered-lines'
import { readGoods } from './goods-reading'

/** Of what is in it: as much as stands on the screen beside everything else. */
const SHOWN = 2
const KINDS: readonly UnitKind[] = ['pallet', 'tote', 'carton']

const getUnit = (code: string): Promise<UnitView> => engine.warehouse.getUnit({ unitScan: code })

/** What of the bin is in no unit yet; what lies in several lots is chosen by lot. */
async function readLoose(bin: string): Promise<UnitRow[]> {
  const { rows } = await engine.warehouse.binContent({ scan: bin })
  return rows.flatMap(({ item, lot, status, looseMicro }) =>
    looseMicro > 0 && (status === 'available' || status === 'quarantine' || status === 'damaged')
      ? [{ item, lot, status, quantityMicro: looseMicro }]
      : [],
  )
}

/** Pallets, totes and cartons: made, filled, nested, moved whole, taken apart. */
export function UnitTask({ code }: { readonly code?: string | undefined }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const lotText = useLotText()
  const { go, attempt, tellFailure } = useStation()
  const printLabel = async (code: string): Promise<void> => {
    const { fileName, pdf } = await engine.warehouse.unitLabelPdf({ unitScan: code, locale: language })
    savePdf(fileName, pdf)
  }
  const move = async (unit: string, to: string): Promise<UnitEvent> => {
    const { scanId } = await attempt('moveUnit', engine.warehouse.moveUnit, { unitScan: unit, toBinScan: to })
    return { kind: 'done', text: 'unitMoved', unit: await getUnit(unit), scanId }
  }
  const perform = async (call: UnitCall): Promise<UnitEvent> => {
    switch (call.kind) {
      case 'read':
        return { kind: 'read', unit: await getUnit(call.code) }
      case 'readOrMove':
        try {
          return { kind: 'read', unit: await getUnit(call.code) }
        } catch (error) {
          if (asRefusal(error).code !== 'warehouse.unitUnknown') throw error
          return move(call.unit, call.code)
        }
      case 'open': {
        const { unit: kind, bin, code } = call
        const made = await attempt('openUnit', engine.warehouse.openUnit, { kind, binScan: bin, code })
        if (code === '') await printLabel(made.code)
        return { kind: 'read', unit: await getUnit(made.code) }
      }
      case 'move':
        return move(call.unit, call.to)
      case 'nest': {
        const input = { unitScan: call.unit, parentScan: call.parent }
        const { scanId } = await attempt('nestUnit', engine.warehouse.nestUnit, input)
        return { kind: 'done', text: 'unitNested', unit: await getUnit(call.unit), scanId }
      }
      case 'break': {
        const { scanId } = await attempt('breakUnit', engine.warehouse.breakUnit, { unitScan: call.unit })
        return { kind: 'broken', code: call.unit, scanId }
      }
      case 'readLoose':
        return { kind: 'looseRead', rows: await readLoose(call.bin) }
      case 'readGoods':
        return { kind: 'goods', code: call.code, reading: await readGoods(call.code) }
      case 'pack':
      case 'unpack': {
        const { unit, row, quantityMicro } = call
        const { item, lot, status } = row
        const input = { unitScan: unit, itemId: item.id, lotId: lot?.id ?? null, status, quantityMicro }
        const { scanId } =
          call.kind === 'pack'
            ? await attempt('packUnit', engine.warehouse.packUnit, input)
            : await attempt('unpackUnit', engine.warehouse.unpackUnit, input)
        const text = call.kind === 'pack' ? 'unitPacked' : 'unitUnpacked'
        return { kind: 'done', text, unit: await getUnit(unit), scanId }
      }
    }
  }
  const [state, dispatch] = useFlow(unitStep, startUnit, perform)
  // Sent here with a unit in hand.
  useEffect(() => {
    if (code !== undefined) dispatch({ kind: 'scan', code })
  }, [code, dispatch])
  const { ask, unit, row, candidates } = state
  const common = {
    title: t('warehouse.station.tasks.unit'),
    onCode: (code: string) => dispatch({ kind: 'scan', code }),
    onBack: () => dispatch({ kind: 'forget' }),
    onTakenBack: () =>
      void (unit === undefined ? Promise.resolve(undefined) : getUnit(unit.code)).then(
        (read) => dispatch({ kind: 'reloaded', unit: read }),
        tellFailure,
      ),
  }
  const rowText = (line: UnitRow): string =>
    [itemText(line.item), lotText(line.lot), formatQuantity(line.quantityMicro, { unit: line.item.baseUnit })]
      .filter((part) => part !== '')
      .join(' · ')
  if (ask === 'unit') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.floor.scanUnit')}
        choices={KINDS.map((kind) => ({
          key: kind,
          title: t('warehouse.floor.newUnit', { kind: t(`warehouse.floor.unitKinds.${kind}`) }),
          onChoose: () => dispatch({ kind: 'make', unit: kind }),
        }))}
        onBack={() => go({})}
        backLabel={t('warehouse.station.toHome')}
      />
    )
  }
  if (ask === 'bin') return <StationFrame {...common} instruction={t('warehouse.floor.whereStands')} />
  if (ask === 'label') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.floor.scanLabel')}
        confirm={{ label: t('warehouse.floor.newLabel'), onPress: () => dispatch({ kind: 'newLabel' }) }}
      />
    )
  }
  if (unit === undefined) return null
  const what = {
    name: t(`warehouse.floor.unitKinds.${unit.kind}`),
    code: unit.code,
    detail: unit.parentCode === null ? '' : t('warehouse.floor.standsIn', { unit: unit.parentCode }),
  }
  if (ask === 'to') return <StationFrame {...common} instruction={t('warehouse.station.scanToBin')} what={what} />
  if (ask === 'parent') return <StationFrame {...common} instruction={t('warehouse.floor.scanParent')} what={what} />
  if (ask === 'sure') {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.floor.breakSure')}
        what={what}
        confirm={{
          label: t('warehouse.floor.actions.break'),
          onPress: () => dispatch({ kind: 'action', action: 'break' }),
        }}
      />
    )
  }
  if (ask === 'goods') {
    return (
      <StationFrame {...common} instruction={t(`warehouse.floor.scanGoods.${state.way ?? 'in'}`)} what={what}>
        <GatheredLines
          label={t(state.way === 'out' ? 'warehouse.floor.inUnit' : 'warehouse.floor.looseHere')}
          lines={state.goods.map((line, at) => ({ key: at, text: rowText(line) }))}
        />
      </StationFrame>
    )
  }
  if (ask === 'row' || (ask === 'quantity' && row === undefined)) {
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.whichLot')}
        choices={candidates.map((line, at) => ({
          key: String(at),
          title: lotText(line.lot) === '' ? line.item.name : lotText(line.lot),
          detail: [
            line.status === 'available' ? '' : t(`shipping.statuses.${line.status}`),
            formatQuantity(line.quantityMicro, { unit: line.item.baseUnit }),
          ]
            .filter((part) => part !== '')
            .join(' · '),
          onChoose: () => dispatch({ kind: 'choose', row: line }),
        }))}
      />
    )
  }
  if (ask === 'quantity' && row !== undefined) {
    const all = formatQuantity(row.quantityMicro, { unit: row.item.baseUnit })
    return (
      <StationFrame
        {...common}
        instruction={t('warehouse.station.enterQuantity')}
        what={{ name: row.item.name, code: row.item.code, detail: lotText(row.lot) }}
        pad={{
          kind: 'quantity',
          caption: t('warehouse.station.quantityIn', { unit: row.item.baseUnit }),
          onNumber: (quantityMicro) => dispatch({ kind: 'quantity', quantityMicro }),
        }}
        confirm={{
          label: t('warehouse.station.takeAll', { quantity: all }),
          onPress: () => dispatch({ kind: 'quantity', quantityMicro: row.quantityMicro }),
        }}
      />
    )
  }
  const actions: readonly UnitAction[] = ['move', 'in', 'out', unit.parentCode === null ? 'nest' : 'unnest', 'break']
  const content = [
    ...unit.rows.map(rowText),
    ...unit.inside.map((inner) => [inner.code, ...inner.rows.map(rowText)].join(' · ')),
  ]
  const way =
    unit.proposedBin === null
      ? what.detail
      : t('warehouse.floor.standsAndGoes', { bin: unit.bin.code, to: unit.proposedBin.code })
  const more = content.length > SHOWN ? t('warehouse.station.moreLines', { count: content.length - SHOWN }) : ''
  return (
    <StationFrame
      {...common}
      instruction={t('warehouse.floor.whatWithUnit')}
      where={unit.proposedBin?.code ?? unit.bin.code}
      what={{
        name: `${what.name} ${unit.code}`,
        detail: [way, ...content.slice(0, SHOWN), more].filter((part) => part !== '').join('  ·  '),
      }}
      choiceColumns="many"
      choices={actions.map((action) => ({
        key: action,
        title: t(`warehouse.floor.actions.${action}`),
        isDisabled: action === 'out' && unit.rows.length === 0,
        onChoose: () => dispatch({ kind: 'action', action }),
      }))}
      extra={[
        {
          key: 'label',
          label: t('warehouse.floor.label'),
          keys: 'F7',
          onPress: () => void printLabel(unit.code).catch(tellFailure),
        },
      ]}
    />
  )
}
