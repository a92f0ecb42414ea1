import type { Command } from 'commander'
import { formatQuantity } from '../../../shared/values/format'
import type { OutputOf } from '../direct'
import { withReader } from './company'
import type { Terminal } from './terminal'

type Trace = OutputOf<'stock', 'trace'>

/** Where a lot or serial number came from and went to, and whom to call. */
export function addTraceCommand(program: Command, terminal: Terminal): Command {
  const { t } = terminal
  return program
    .command('trace')
    .description(t('cli.trace.help'))
    .argument('<company>', t('cli.argument.company'))
    .argument('<code>', t('cli.trace.code'))
    .action(async (path: string, code: string) => {
      await withReader(path, ({ call }) => {
        const trace = call('stock.trace', { code }) as Trace
        terminal.answer(trace, () => textOf(trace, t))
      })
    })
}

function textOf(trace: Trace, t: Terminal['t']): string {
  const quantity = (micro: number, unit: string): string => `${formatQuantity(micro)} ${unit}`
  const way = (event: Trace['lots'][number]['events'][number]): string =>
    event.isDirect ? t('stock.directly') : `${event.fromBin ?? '–'} → ${event.toBin ?? '–'}`
  const lots = trace.lots.flatMap(({ lot, item, direction, onHand, events }) => [
    `${t(`cli.trace.${direction}`)}: ${item.code} ${item.name}, ${lot.code}`,
    ...onHand.map((place) => `  ${place.warehouse} ${place.bin}: ${quantity(place.quantityMicro, item.baseUnit)}`),
    ...events.map(
      (event) =>
        `  ${event.postedOn} ${event.number ?? event.sourceKind}: ${way(event)}, ${quantity(event.quantityMicro, item.baseUnit)}`,
    ),
  ])
  const people = (title: string, list: Trace['customers']): string[] =>
    list.length === 0
      ? []
      : [
          title,
          ...list.flatMap(({ partner, phone, email, goods }) => [
            `  ${[`${partner.code} ${partner.name}`, phone, email].filter((text) => text !== '').join(', ')}`,
            ...goods.map(
              ({ lot, item, openMicro, documents }) =>
                `    ${item.code} ${lot.code}: ${quantity(openMicro, item.baseUnit)} (${documents.map(({ number }) => number).join(', ')})`,
            ),
          ]),
        ]
  return [
    ...lots,
    ...people(t('cli.trace.suppliers'), trace.suppliers),
    ...people(t('cli.trace.customers'), trace.customers),
  ].join('\n')
}
