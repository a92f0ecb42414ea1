/** The station as a clerk with a scanner meets it: pull the trigger, read the instruction, hear a refusal. */
import { expect } from '@playwright/test'
import { OWNER } from './first-company'
import { openPage, openProgram, scan, signIn, type Program } from './launch'

export class StationWindow {
  #program: Program | undefined
  readonly #complaints: string[] = []

  constructor(
    private readonly company: string,
    private readonly folder: string,
  ) {}

  get program(): Program {
    if (this.#program === undefined) throw new Error('the window is not open')
    return this.#program
  }

  async open(person: { readonly login: string; readonly password: string } = OWNER): Promise<void> {
    this.#program = await openProgram({ language: 'en', company: this.company, folder: this.folder })
    const { page, t } = this.program
    await signIn(page, t, person.login, person.password)
    await expect(page.locator('.k-station-frame').or(page.getByRole('banner')).first()).toBeVisible()
    if ((await page.locator('.k-station-frame').count()) === 0) {
      await openPage(page, t, 'warehouse.station.title', 'warehouse')
    }
  }

  /** As when the power goes: nothing is told before. */
  async kill(): Promise<void> {
    this.#complaints.push(...this.program.complaints)
    this.program.app.process().kill('SIGKILL')
  }

  async close(): Promise<void> {
    this.#complaints.push(...this.program.complaints)
    await this.program.app.close().catch(() => undefined)
    expect(this.#complaints).toEqual([])
  }

  /** Pulls the trigger. */
  pull = (code: string): Promise<void> => scan(this.program.page, code)
  press = (key: string): Promise<void> => this.program.page.keyboard.press(key)

  says(key: string, params = {}): Promise<void> {
    const { page, t } = this.program
    const name = t(key.includes('.') ? key : `warehouse.station.${key}`, params) as string
    return expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
  }

  /** The flood is red, and the reason names what was expected. */
  async refuses(text: string | RegExp): Promise<void> {
    await expect(this.program.page.locator('.k-station-flood.k-station-wrong')).toBeVisible()
    await expect(this.program.page.getByRole('alert')).toContainText(text)
  }

  async begin(task: string, first: string): Promise<void> {
    await this.pull(`KONTOR:${task}`)
    await this.says(first)
  }

  where = (): Promise<string> => this.program.page.locator('.k-station-where strong').innerText()
  progress = (text: RegExp): Promise<void> => expect(this.program.page.locator('.k-station-progress')).toHaveText(text)
  /** A choice that is offered, or a line that was gathered. */
  shows = (text: string | RegExp): Promise<void> =>
    expect(this.program.page.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible()
}
