/** What a picture of a page would show to a careful eye, asked of the page itself. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { resources } from '../../src/shared/i18n'

function keysOf(texts: object, prefix: string): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'object' && text !== null ? keysOf(text as object, `${prefix}${name}.`) : [`${prefix}${name}`],
  )
}
const KEYS = keysOf(resources.en.translation, '').filter((key) => key.includes('.'))

/** Texts that are cut off, run out of their part, or are still the key of a text. */
export async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate((keys) => {
    const known = new Set(keys)
    const faults: string[] = []
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className.toString().split(' ').join('.')} "${(element.textContent ?? '').trim().slice(0, 60)}"`

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const words = (node.textContent ?? '').split(/[\s·:,()（）]+/)
      if (node.parentElement !== null && isShown(node.parentElement) && words.some((word) => known.has(word))) {
        faults.push(`a key instead of its text: ${node.textContent ?? ''}`)
      }
    }
    for (const field of document.querySelectorAll('[placeholder], [aria-label], [title]')) {
      for (const name of ['placeholder', 'aria-label', 'title']) {
        if (known.has(field.getAttribute(name) ?? ''))
          faults.push(`a key instead of its text: ${field.getAttribute(name) ?? ''}`)
      }
    }
    for (const head of document.querySelectorAll<HTMLElement>('[role="columnheader"], [role="columnheader"] *')) {
      const hides = getComputedStyle(head).overflowX !== 'visible' && head.clientWidth > 4
      if (hides && isShown(head) && head.scrollWidth > head.clientWidth + 1) faults.push(`shortened: ${nameOf(head)}`)
    }
    const tight =
      'button, th, h1, h2, h3, label, legend, [role="columnheader"], [role="menuitem"], [role="radio"], .ant-segmented-item-label, .ant-select-selection-placeholder'
    for (const element of document.querySelectorAll<HTMLElement>(tight)) {
      if (!isShown(element) || element.classList.contains('k-sr') || element.clientWidth === 0) continue
      // A name of the user's own may be shortened; the rest of it is in the title.
      if (getComputedStyle(element).textOverflow === 'ellipsis' && element.closest('[role="tab"], h1') !== null)
        continue
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`wider than its part: ${nameOf(element)}`)
      if (element.scrollHeight > element.clientHeight + 2 && getComputedStyle(element).overflowY === 'hidden')
        faults.push(`higher than its part: ${nameOf(element)}`)
    }
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the window scrolls sideways')
    if (document.documentElement.scrollHeight > window.innerHeight) faults.push('the window scrolls')
    for (const part of document.querySelectorAll<HTMLElement>(
      '[role="tabpanel"]:not([hidden]) > *, .k-document-page, .k-form-page, .k-page',
    )) {
      if (isShown(part) && part.scrollWidth > part.clientWidth + 1)
        faults.push(`scrolls sideways: ${nameOf(part).slice(0, 60)}`)
    }
    return [...new Set(faults)]
  }, KEYS)
}

interface Violation {
  readonly id: string
  readonly help: string
  readonly impact?: string | null
  readonly nodes: readonly {
    readonly target: readonly unknown[]
    readonly html: string
    readonly any: readonly { message: string }[]
  }[]
}

/** What axe-core finds that is serious or critical, one line each. */
export async function barriersOf(page: Page): Promise<string[]> {
  const options = {
    // Only what is wrong: to describe also what is right takes most of the time.
    resultTypes: ['violations' as const],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }
  // It stays in the page until that is loaded anew.
  const isThere = await page.evaluate(() => 'axe' in window)
  const { violations } = isThere
    ? await page.evaluate<{ violations: readonly Violation[] }, typeof options>(async (wanted) => {
        const { axe } = window as unknown as {
          axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> }
        }
        return { violations: (await axe.run(document, wanted)).violations }
      }, options)
    : // In one frame: the program has no other, and Electron gives a test no further page to gather them in.
      await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => {
        const reason = node.any.map((check) => check.message).join('; ')
        return `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 160)} ${reason.slice(0, 200)}`
      }),
    )
}

/** The page that is open: nothing is cut off, unnamed or hard to reach; its picture into the album where one is kept. */
export async function lookAt({ page }: { readonly page: Page }, name: string): Promise<void> {
  await expect(page.locator('[role="tabpanel"]:not([hidden]) [aria-busy="true"]')).toHaveCount(0)
  await page.waitForTimeout(150)
  const album = process.env['KONTOR_ALBUM']
  if (album !== undefined) {
    mkdirSync(album, { recursive: true })
    await page.screenshot({ path: join(album, `${name}.png`) })
  }
  expect([...(await faultsOf(page)), ...(await barriersOf(page))].map((fault) => `${name}: ${fault}`)).toEqual([])
}
