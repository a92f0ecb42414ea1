import { Button } from 'antd'
import { code128, drawingSVG } from 'bwip-js/browser'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../../ui'
import { commandScan, stationTasks } from './flows/command-scans'
import './command-sheet.css'

const QUANTITIES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 24, 48] as const
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '.', 'erase'] as const

/** One sheet to print and to put up beside the screen: every key of the station as a barcode. */
export function CommandSheet(): ReactNode {
  const { t } = useTranslation()
  const groups = [
    {
      key: 'tasks',
      codes: stationTasks.map((task) => ({ scan: commandScan(task), label: t(`warehouse.station.tasks.${task}`) })),
    },
    {
      key: 'buttons',
      codes: [
        { scan: commandScan('confirm'), label: t('ui.station.confirm') },
        { scan: commandScan('short'), label: t('warehouse.station.short') },
        { scan: commandScan('skip'), label: t('warehouse.station.skip') },
        { scan: commandScan('undo'), label: t('ui.station.undoShort') },
        { scan: commandScan('back'), label: t('warehouse.station.back') },
        { scan: commandScan('signoff'), label: t('ui.station.signOff') },
      ],
    },
    {
      key: 'quantities',
      codes: QUANTITIES.map((quantity) => ({ scan: commandScan('qty', quantity), label: String(quantity) })),
    },
    {
      key: 'digits',
      codes: DIGITS.map((key) => ({
        scan: commandScan('key', key),
        label: key === 'erase' ? t('ui.station.erase') : key,
      })),
    },
  ] as const
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.commands')}
        hint={t('warehouse.commandsHint')}
        actions={
          <Button type="primary" onClick={() => window.print()}>
            {t('warehouse.print')}
          </Button>
        }
      />
      <div className="k-commands">
        {groups.map((group) => (
          <section key={group.key} aria-label={t(`warehouse.commandGroups.${group.key}`)}>
            <h2>{t(`warehouse.commandGroups.${group.key}`)}</h2>
            <ul className={`k-commands-${group.key}`}>
              {group.codes.map(({ scan, label }) => (
                <li key={scan}>
                  <strong>{label}</strong>
                  <Barcode text={scan} />
                  <span>{scan}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

/** A Code 128 as a picture of its own, so that the page's security policy holds. */
function Barcode({ text }: { readonly text: string }): ReactNode {
  const source = useMemo(() => {
    const svg = code128({ bcid: 'code128', text, height: 9, paddingwidth: 8 }, drawingSVG())
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [text])
  return <img src={source} alt={text} />
}
