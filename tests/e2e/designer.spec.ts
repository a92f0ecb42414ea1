import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import type { Language } from '../../src/shared/values/format'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, signIn } from '../support/launch'
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
