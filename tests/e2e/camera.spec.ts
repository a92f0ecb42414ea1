import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureOf, renderLabel } from '../../src/main/kernel/label'
import type { LabelTemplate } from '../../src/shared/labels/template'
import { inCompany } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, signIn } from '../support/launch'

const CODE = '6901234567892'
const [WIDTH, HEIGHT] = [640, 480]

/** A film of one picture, as Chromium plays it in the place of a camera: a label held before it. */
function filmOf(code: string): Buffer {
  const template: LabelTemplate = {
    id: 'film',
    use: 'test',
    width: 5000,
    height: 2500,
    elements: [
      {
        kind: 'code',
        x: 500,
        y: 400,
        width: 4000,
        height: 1700,
        symbology: 'ean13',
        content: '{code}',
      },
    ],
  }
  const label = pictureOf(renderLabel(template, { code }, 203))
  const [left, top] = [Math.floor((WIDTH - label.width) / 2), Math.floor((HEIGHT - label.height) / 2)]
  const light = Buffer.alloc(WIDTH * HEIGHT, 235)
  for (let y = 0; y < label.height; y++) {
    for (let x = 0; x < label.width; x++) if (label.get(x, y)) light[(y + top) * WIDTH + x + left] = 16
  }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), frame, frame])
}

test('the camera reads a code under the page’s own policy', async () => {
  const folder = freshFolder()
  const company = join(folder, 'camera.kontor')
  const film = join(folder, 'film.y4m')
  writeFileSync(film, filmOf(CODE))
  createFirstCompany(company)
  inCompany(company, (client) => {
    client.warehouse.addWarehouse({
      code: 'W1',
      name: 'Main',
      zones: [{ code: 'A', name: 'Ambient', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 }],
    })
  })
  const program = await openProgram({
    company,
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  })
  const { page, t } = program
  await signIn(page, t, OWNER.login, OWNER.password)
  await expect(page.getByRole('banner')).toBeVisible()
  await openPage(page, t, 'warehouse.station.title', 'warehouse')
  await page.getByRole('button', { name: t('devices.camera.on') }).click()
  await expect(page.getByLabel(t('devices.camera.picture'))).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: CODE })).toBeVisible()
  await page.getByRole('button', { name: t('devices.camera.off') }).click()
  await expect(page.getByLabel(t('devices.camera.picture'))).toHaveCount(0)
  expect(program.complaints).toEqual([])
  await program.close()
})
