import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'
import type { Language } from '../../src/shared/values/format'
import { inCompany } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { hostCompany } from '../support/host'
import { freshFolder, openBrowser, openPage, openProgram, signIn, words } from '../support/launch'
import { lookAt } from '../support/look'

for (const language of ['zh-CN', 'en'] as const satisfies Language[]) {
  test(`a label is changed by keyboard and by mouse, undone, kept and printed instead, ${language}`, async () => {
    const file = join(freshFolder(), 'labels.kontor')
    createFirstCompany(file)
    const program = await openProgram({ language, company: file, size: { width: 1366, height: 768 } })
    const { page, t } = program
    await signIn(page, t, OWNER.login, OWNER.password)
    await expect(page.getByRole('banner')).toBeVisible()
    await openPage(page, t, 'labels.designer.list', 'labels')
    await lookAt(program, `${language}-designs`)
    await page
      .getByRole('button', { name: t('labels.designer.copy') })
      .first()
      .click()
    const label = page.getByRole('group', { name: t('labels.designer.canvas') })
    const parts = label.getByRole('button')
    await expect(parts.first()).toBeVisible()
    const left = page.getByLabel(t('labels.designer.x'))

    await parts.first().focus()
    const before = await left.inputValue()
    await page.keyboard.press('Shift+ArrowRight')
    const moved = await left.inputValue()
    expect(Number(moved)).toBeGreaterThan(Number(before))
    // What is drawn are the dots of the print.
    const dots = (): Promise<number> =>
      label.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')
        copy?.drawImage(canvas, 0, 0)
        const image = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        return Array.from(image).filter((value, at) => at % 4 === 0 && value === 0 && image[at + 3] === 255).length
      })
    await expect.poll(dots).toBeGreaterThan(1000)
    await lookAt(program, `${language}-designer`)

    const box = await parts.first().boundingBox()
    if (box === null) throw new Error('the part has no place')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 10, { steps: 4 })
    await page.mouse.up()
    expect(Number(await left.inputValue())).toBeGreaterThan(Number(moved))
    await page.getByRole('button', { name: t('labels.designer.undo') }).click()
    await expect(left).toHaveValue(moved)

    await page.getByRole('button', { name: t('app.save'), exact: true }).click()
    await openPage(page, t, 'labels.designer.list', 'labels')
    const own = t('labels.designer.copyOf', { name: t('labels.uses.item') })
    await expect(page.getByRole('row').filter({ hasText: own })).toContainText(t('labels.designer.yes'))
    expect(program.complaints).toEqual([])
    await program.close()
  })
}

test('a label that two change at a time is saved by the first; the second is told, keeps his own or takes the saved one', async () => {
  const file = join(freshFolder(), 'shared.kontor')
  createFirstCompany(file)
  const host = await hostCompany(file)
  const browser = await openBrowser([host.address, host.address.replace('127.0.0.1', 'localhost')])
  const t = words('en')
  const [first, second] = browser.pages
  if (first === undefined || second === undefined) throw new Error('two windows were asked for')
  const openDesign = async (page: Page): Promise<void> => {
    await openPage(page, t, 'labels.designer.list', 'labels')
    await page.getByRole('button', { name: t('labels.designer.open'), exact: true }).click()
    await expect(page.getByRole('group', { name: t('labels.designer.canvas') })).toBeVisible()
  }
  const shown = (page: Page) => page.getByRole('tabpanel').filter({ visible: true })
  const height = (page: Page) => shown(page).getByLabel(t('labels.designer.labelHeight'))
  const save = (page: Page) =>
    shown(page)
      .getByRole('button', { name: t('app.save'), exact: true })
      .click()
  for (const page of [first, second]) {
    await signIn(page, t, OWNER.login, OWNER.password)
    await expect(page.getByRole('banner')).toBeVisible()
  }
  await openPage(first, t, 'labels.designer.list', 'labels')
  await first
    .getByRole('button', { name: t('labels.designer.copy') })
    .first()
    .click()
  await save(first)
  await expect(shown(first).getByRole('button', { name: t('labels.designer.delete') })).toBeVisible()
  await openDesign(second)

  await height(first).fill('35')
  await save(first)
  await expect(shown(first).getByRole('button', { name: t('labels.designer.undo') })).toBeDisabled()
  await height(second).fill('44')
  await save(second)
  const own = t('labels.designer.copyOf', { name: t('labels.uses.item') })
  const told = shown(second).getByRole('alert')
  await expect(told).toContainText(t('refusals.labels.changedMeanwhile', { name: own, by: OWNER.name }))
  await lookAt({ page: second }, 'en-designer-stale')
  await shown(second)
    .getByRole('button', { name: t('labels.designer.keepAsOwn') })
    .click()
  await expect(shown(second).getByLabel(t('labels.designer.name'), { exact: true })).toHaveValue(`${own} 2`)
  await expect(height(second)).toHaveValue('44.00')

  // The other way round: now the first one is late, and takes what was saved.
  await openPage(second, t, 'labels.designer.list', 'labels')
  await second
    .getByRole('row')
    .filter({ hasText: `${own} 2` })
    .getByRole('button')
    .click()
  await expect(height(second)).toHaveValue('44.00')
  await openPage(first, t, 'labels.designer.list', 'labels')
  await first
    .getByRole('row')
    .filter({ hasText: `${own} 2` })
    .getByRole('button')
    .click()
  await expect(height(first)).toHaveValue('44.00')
  await height(second).fill('46')
  await save(second)
  await expect(shown(second).getByRole('button', { name: t('labels.designer.undo') })).toBeDisabled()
  await height(first).fill('40')
  await save(first)
  await shown(first)
    .getByRole('button', { name: t('labels.designer.takeSaved') })
    .click()
  await expect(height(first)).toHaveValue('46.00')
  await height(first).fill('47')
  await save(first)
  await expect(shown(first).getByRole('button', { name: t('labels.designer.undo') })).toBeDisabled()
  await expect(shown(first).getByRole('alert')).toHaveCount(0)
  // A browser writes down each refusal that came over HTTP.
  expect(browser.complaints.filter((one) => !one.includes('422'))).toEqual([])
  await browser.close()
  await host.close()
  const labels = inCompany(file, (client) => client.labels.listTemplates({}).rows)
  expect(labels.map(({ name, version, template }) => [name, version, template.height])).toEqual([
    [own, 2, 3500],
    [`${own} 2`, 3, 4700],
  ])
  // The copy is printed only when somebody says so.
  expect(labels.map(({ isUsed }) => isUsed)).toEqual([true, false])
})
