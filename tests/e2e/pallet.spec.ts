import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { createDemoCompany, DEMO_PASSWORD, inCompany, proofsOf } from '../support/demo-company'
import { freshFolder, openPage, openProgram, scan, signIn } from '../support/launch'

const company = join(freshFolder(), 'demo.kontor')
const PIECES = 12_000_000
const PALLET = 'PAL-7'

/** Twelve bath towels on a pallet, and an order for just as many; answers the bin of the pallet. */
function prepare(): string {
  return inCompany(company, (client) => {
    const [towel] = client.items.listItems({ filter: 'G0274', limit: 1 }).rows
    if (towel === undefined) throw new Error('the demonstration has no towels')
    const stock = client.inventory.itemStock({ itemId: towel.id })
    const held = stock.balances.find(({ quantityMicro, bin }) => quantityMicro >= PIECES && bin.code.includes('-'))
    if (held === undefined) throw new Error('no bin has a dozen towels')
    client.warehouse.openUnit({ kind: 'pallet', binScan: held.bin.code, code: PALLET })
    client.warehouse.packUnit({
      unitScan: PALLET,
      itemId: towel.id,
      lotId: held.lot?.id ?? null,
      quantityMicro: PIECES,
    })
    const [customer] = client.parties.listPartners({ side: 'customer', limit: 1 }).rows
    const [warehouse] = client.warehouse.listWarehouses({}).rows
    const today = new Date().toISOString().slice(0, 10)
    const { id } = client.sales.saveOrder({
      customerId: customer?.id ?? 0,
      warehouseId: warehouse?.id ?? 0,
      orderedOn: today,
      promisedOn: today,
      lines: [
        {
          itemId: towel.id,
          packId: client.items.getItem({ id: towel.id }).packs[0]?.id ?? 0,
          quantityMicro: PIECES,
          priceMicro: 90_000_000,
        },
      ],
    })
    client.sales.confirmOrder({ id })
    return held.bin.code
  })
}

test('a pallet that holds just what is wanted is picked whole by its label', async () => {
  test.setTimeout(120_000)
  await createDemoCompany(company, 6)
  const bin = prepare()
  const program = await openProgram({ language: 'en', company, size: { width: 1366, height: 768 } })
  const { page, t } = program
  await signIn(page, t, 'owner', DEMO_PASSWORD)
  await expect(page.getByRole('banner')).toBeVisible()
  await openPage(page, t, 'warehouse.station.title', 'warehouse')
  const instruction = page.getByRole('heading', { level: 2 })
  await scan(page, 'KONTOR:WAVE')
  await scan(page, 'KONTOR:CONFIRM')
  await expect(instruction).toContainText('WV-')
  await scan(page, 'KONTOR:CONFIRM')
  await expect(instruction).toHaveText(t('warehouse.station.scanBin'))
  await expect(page.locator('.k-station-where strong')).toHaveText(bin)
  await scan(page, PALLET)
  await expect(instruction).toHaveText(t('warehouse.station.scanGoodsOrWhole'))
  await scan(page, PALLET)
  await expect(page.locator('.k-station-where strong')).toHaveText('PACK')
  expect(program.complaints).toEqual([])
  await program.close()
  expect(proofsOf(company)).toEqual([])
})
