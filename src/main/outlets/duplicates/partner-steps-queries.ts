import { itemAsEntered } from '../../foundation/items'
import { requirePartner } from '../../foundation/parties'
import type { Reader } from '../../kernel/db'
import { openOfPartner } from './open-documents-queries'
import type { Noun, Obstacle, Pair, Step } from './steps'

const LISTS = `
  SELECT id, code, name, channel_id AS channelId, class_id AS classId, valid_from AS validFrom, valid_to AS validTo,
    maximum_discount_micro AS maximumDiscountMicro, active FROM v_prices_list WHERE customer_id = ? ORDER BY id`
const CUSTOMER_TERMS =
  'SELECT class_id AS classId, channel_id AS channelId FROM v_prices_customer_terms WHERE customer_id = ?'
const SUPPLIED = 'SELECT id FROM v_items_supplied WHERE supplier_id = ? ORDER BY id'
const NAMED = 'SELECT DISTINCT item_id AS id FROM v_items_partner_code WHERE partner_id = ? ORDER BY item_id'
const NAMES =
  'SELECT partner_id AS partnerId, code, name FROM v_items_partner_code WHERE item_id = ? ORDER BY partner_id'
const TERMS = `
  SELECT id, item_id AS itemId, valid_from AS validFrom, price_micro AS priceMicro, lead_days AS leadDays,
    minimum_micro AS minimumMicro, multiple_micro AS multipleMicro, supplier_code AS supplierCode,
    is_preferred AS isPreferred FROM v_suppliers_price WHERE supplier_id = ? ORDER BY id`
const WORDS = 'SELECT text, item_id AS itemId, pack_id AS packId FROM v_orders_nickname WHERE customer_id = ?'

function obstacles(reader: Reader, { fromId, intoId }: Pair): Obstacle[] {
  const from = requirePartner(reader, fromId)
  const into = requirePartner(reader, intoId)
  const params = { from: `${from.code} ${from.name}`, into: `${into.code} ${into.name}` }
  const found: Obstacle[] = []
  const add = (code: string, more: Record<string, string> = {}): void =>
    void found.push({ code: `duplicates.${code}`, params: { ...params, ...more } })
  if (fromId === intoId) add('sameOne')
  if (!from.active) add('archived', { which: from.name })
  if (!into.active) add('archived', { which: into.name })
  if (from.currency !== into.currency) add('otherCurrency')
  return found
}

/** The one that stays is customer and supplier where either was. */
function sideSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const { isCustomer, isSupplier } = requirePartner(reader, fromId)
  const { id, active: _active, ...into } = requirePartner(reader, intoId)
  const both = { isCustomer: into.isCustomer || isCustomer, isSupplier: into.isSupplier || isSupplier }
  if (both.isCustomer === into.isCustomer && both.isSupplier === into.isSupplier) return []
  const change = (fields: object) => ({ name: 'parties.changePartner', input: { id, ...into, ...fields } })
  return [{ what: 'sides', count: 1, give: change(both), back: () => [change({})] }]
}

function priceSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const contracts = reader.all<{ id: number; active: number }>(LISTS, [fromId]).map(({ active, ...list }): Step => {
    const save = (customerId: number) => ({
      name: 'prices.saveList',
      input: { ...list, customerId, active: active === 1 },
    })
    return { what: 'contracts', count: 1, give: save(intoId), back: () => [save(fromId)] }
  })
  const own = reader.first<object>(CUSTOMER_TERMS, [fromId])
  if (own === undefined || reader.first(CUSTOMER_TERMS, [intoId]) !== undefined) return contracts
  const set = (terms: object) => ({ name: 'prices.setCustomerTerms', input: { customerId: intoId, ...terms } })
  const back = () => [set({ classId: null, channelId: null })]
  return [...contracts, { what: 'terms', count: 1, give: set(own), back }]
}

function supplySteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const items = reader.all<{ id: number }>(SUPPLIED, [fromId]).map(({ id }): Step => {
    const item = itemAsEntered(reader, id)
    const change = (supplierId: number) => ({ name: 'items.changeItem', input: { id, ...item, supplierId } })
    return { what: 'items', count: 1, give: change(intoId), back: () => [change(fromId)] }
  })
  const known = reader.all<{ itemId: number; validFrom: string }>(TERMS, [intoId])
  const terms = reader
    .all<{ id: number; itemId: number; validFrom: string; isPreferred: number }>(TERMS, [fromId])
    .filter((term) => !known.some((one) => one.itemId === term.itemId && one.validFrom === term.validFrom))
    .map(({ isPreferred, ...term }): Step => {
      const save = (supplierId: number) => ({
        name: 'suppliers.saveTerm',
        input: { ...term, supplierId, isPreferred: isPreferred === 1 },
      })
      return { what: 'supplierPrices', count: 1, give: save(intoId), back: () => [save(fromId)] }
    })
  return [...items, ...terms]
}

interface Name {
  readonly partnerId: number
  readonly code: string
  readonly name: string
}

function nameSteps(reader: Reader, { fromId, intoId }: Pair): Step[] {
  const names = reader.all<{ id: number }>(NAMED, [fromId]).map(({ id: itemId }): Step => {
    const before = reader.all<Name>(NAMES, [itemId])
    const isKnown = before.some(({ partnerId }) => partnerId === intoId)
    const after = before
      .filter(({ partnerId }) => !isKnown || partnerId !== fromId)
      .map((name) => (name.partnerId === fromId ? { ...name, partnerId: intoId } : name))
    const set = (codes: readonly Name[]) => ({ name: 'items.setPartnerCodes', input: { itemId, codes } })
    return { what: 'names', count: 1, give: set(after), back: () => [set(before)] }
  })
  const known = new Set(reader.all<{ text: string }>(WORDS, [intoId]).map(({ text }) => text))
  const words = reader
    .all<{ text: string; itemId: number; packId: number | null }>(WORDS, [fromId])
    .filter(({ text }) => !known.has(text))
    .map((word): Step => ({
      what: 'words',
      count: 1,
      give: { name: 'orders.teachWord', input: { ...word, customerId: intoId } },
      // Knowing a word of the other's too does no harm.
      back: () => [],
    }))
  return [...names, ...words]
}

export const partnerNoun: Noun = {
  ref: (reader, id) => {
    const { code, name } = requirePartner(reader, id)
    return { id, code, name }
  },
  obstacles,
  open: openOfPartner,
  enteredAs: requirePartner,
  steps: (reader, pair) => [
    ...sideSteps(reader, pair),
    ...priceSteps(reader, pair),
    ...supplySteps(reader, pair),
    ...nameSteps(reader, pair),
    {
      what: 'archive',
      count: 1,
      give: { name: 'parties.archivePartner', input: { id: pair.fromId, mergedInto: pair.intoId } },
      back: () => [{ name: 'parties.restorePartner', input: { id: pair.fromId } }],
    },
  ],
}
