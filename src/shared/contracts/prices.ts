import { z } from 'zod'
import {
  code,
  date,
  done,
  id,
  itemRef,
  listInput,
  listOf,
  name,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { command, query } from './procedure'

/** A part of one in micro: 5 % = 50000. */
const partMicro = z.int().min(0).max(1_000_000)
const minimumMicro = z.int().min(0).max(1_000_000_000_000_000)
const saved = z.object({ id })

export const priceStep = z.object({ kind: z.string(), name: z.string(), priceMicro })

export const prices = {
  /** Ways in which customers order: shop, telephone, web shop, market place. */
  listChannels: query(
    'sales.read',
    {},
    z.object({ rows: z.array(z.object({ id, code: z.string(), name: z.string(), active: z.boolean() })) }),
  ),
  saveChannel: command('prices.write', { id: id.optional(), code, name, active: z.boolean().default(true) }, saved),
  listClasses: query(
    'sales.read',
    {},
    z.object({
      rows: z.array(
        z.object({ id, code: z.string(), name: z.string(), discountMicro: partMicro, active: z.boolean() }),
      ),
    }),
  ),
  /** A class of customers, with the discount that all of it has. */
  saveClass: command(
    'prices.write',
    { id: id.optional(), code, name, discountMicro: partMicro, active: z.boolean().default(true) },
    saved,
  ),
  customerTerms: query(
    'sales.read',
    { customerId: id },
    z.object({ classId: id.nullable(), channelId: id.nullable() }),
  ),
  setCustomerTerms: command('prices.write', { customerId: id, classId: id.nullable(), channelId: id.nullable() }, done),
  /** The most that discounts may take off a price, where its list says nothing else. */
  policy: query('sales.read', {}, z.object({ maximumDiscountMicro: partMicro })),
  setPolicy: command('prices.write', { maximumDiscountMicro: partMicro }, done),

  listLists: query(
    'sales.read',
    { ...listInput, side: z.enum(['lists', 'contracts']).default('lists') },
    listOf(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        customer: partnerRef.nullable(),
        channelName: z.string().nullable(),
        className: z.string().nullable(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
        lines: z.int(),
        active: z.boolean(),
      }),
    ),
  ),
  getList: query(
    'sales.read',
    { id },
    z.object({
      id,
      code: z.string(),
      name: z.string(),
      customer: partnerRef.nullable(),
      channelId: id.nullable(),
      classId: id.nullable(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      maximumDiscountMicro: partMicro.nullable(),
      active: z.boolean(),
    }),
  ),
  saveList: command(
    'prices.write',
    {
      id: id.optional(),
      code,
      name,
      /** with a customer the list is a contract */
      customerId: id.nullable().default(null),
      channelId: id.nullable().default(null),
      classId: id.nullable().default(null),
      validFrom: date,
      validTo: date.nullable().default(null),
      maximumDiscountMicro: partMicro.nullable().default(null),
      active: z.boolean().default(true),
    },
    saved,
  ),
  listPrices: query(
    'sales.read',
    { ...listInput, listId: id },
    listOf(
      z.object({
        id,
        item: itemRef,
        packId: id.nullable(),
        packUnit: z.string().nullable(),
        minimumMicro: quantityMicro,
        priceMicro,
      }),
    ),
  ),
  setPrices: command(
    'prices.write',
    {
      listId: id,
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            /** null: the price of one base unit, whatever the pack; else of one such pack */
            packId: id.nullable().default(null),
            /** from this quantity on, in base units */
            minimumMicro: minimumMicro.default(0),
            priceMicro,
          }),
        )
        .min(1)
        .max(5000),
    },
    done,
  ),
  removePrices: command('prices.write', { listId: id, lineIds: z.array(id).min(1).max(5000) }, done),

  listPromotions: query(
    'sales.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        name: z.string(),
        validFrom: z.string(),
        validTo: z.string(),
        channelId: id.nullable(),
        classId: id.nullable(),
        channelName: z.string().nullable(),
        className: z.string().nullable(),
        item: itemRef.nullable(),
        category: z.string(),
        minimumMicro: quantityMicro,
        discountMicro: partMicro.nullable(),
        priceMicro: priceMicro.nullable(),
        isAlone: z.boolean(),
        active: z.boolean(),
      }),
    ),
  ),
  savePromotion: command(
    'prices.write',
    {
      id: id.optional(),
      name,
      validFrom: date,
      validTo: date,
      channelId: id.nullable().default(null),
      classId: id.nullable().default(null),
      itemId: id.nullable().default(null),
      category: z.string().trim().max(60).default(''),
      minimumMicro: minimumMicro.default(0),
      discountMicro: partMicro.min(1).nullable().default(null),
      priceMicro: priceMicro.nullable().default(null),
      /** no other discount beside it */
      isAlone: z.boolean().default(false),
      active: z.boolean().default(true),
    },
    saved,
  ),
  /** What a quantity costs this customer, and how that came about. */
  priceOf: query(
    'sales.read',
    {
      itemId: id,
      packId: id.optional(),
      quantityMicro: positiveQuantityMicro,
      customerId: id.optional(),
      channelId: id.nullable().optional(),
      on: date.optional(),
    },
    z.object({ priceMicro, startMicro: priceMicro, steps: z.array(priceStep) }),
  ),
}
