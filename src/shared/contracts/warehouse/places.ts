import { z } from 'zod'
import { code, binRef, date, done, id, itemRef, listInput, listOf, name, quantityMicro } from '../fields'
import { command, query } from '../procedure'

const putawayRule = z.enum(['fixedBin', 'sameLot', 'velocity', 'categoryZone', 'emptyBin', 'sameItem', 'mixed'])
const temperature = z.enum(['', 'cool', 'chilled', 'frozen'])
const itemClass = z.enum(['A', 'B', 'C'])
const classCounts = z.array(z.object({ class: itemClass, items: z.int() }))

export const places = {
  /** The rules of putting away in their order, how often clerks followed them in 90 days, and what else they go by. */
  putawaySettings: query(
    'warehouse.read',
    { warehouseId: id, today: date },
    z.object({
      rules: z.array(
        z.object({
          rule: z.enum([...putawayRule.options, 'overflow']),
          isUsed: z.boolean(),
          proposed: z.int(),
          followed: z.int(),
        }),
      ),
      /** why clerks chose another bin */
      otherReasons: z.array(z.object({ reason: z.string(), times: z.int() })),
      heavyGrams: z.int().nullable(),
      heavyLevel: z.int(),
      /** what arrives goes to the waiting orders that the shelves cannot serve, before anything is put away */
      crossDocks: z.boolean(),
      classifiedOn: z.string().nullable(),
      nearMillimetres: z.int(),
      middleMillimetres: z.int(),
      classes: classCounts,
      zones: z.array(
        z.object({ id, code: z.string(), name: z.string(), categories: z.array(z.string()), temperature }),
      ),
    }),
  ),
  savePutawaySettings: command(
    'warehouse.manage',
    {
      warehouseId: id,
      /** those used, first to last */
      rules: z.array(putawayRule).max(20),
      /** pieces from this weight on lie no higher than `heavyLevel`; null: anywhere */
      heavyGrams: z.int().positive().max(100_000_000).nullable(),
      heavyLevel: z.int().min(0).max(100),
      crossDocks: z.boolean().default(false),
    },
    done,
  ),
  /** A zone that the house did not begin with. */
  addZone: command(
    'warehouse.manage',
    { warehouseId: id, code, name, categories: z.array(z.string().trim().min(1).max(60)).max(50), temperature },
    z.object({ id }),
  ),
  /** One that nothing was ever done in. */
  removeZone: command('warehouse.manage', { zoneId: id }, done),
  saveZone: command(
    'warehouse.manage',
    { zoneId: id, name, categories: z.array(z.string().trim().min(1).max(60)).max(50), temperature },
    done,
  ),
  /** Works out which goods are fast, from the picks of 90 days. */
  classifyItems: command('warehouse.manage', { warehouseId: id, today: date }, z.object({ classes: classCounts })),

  listItemPlaces: query(
    'warehouse.read',
    { ...listInput, warehouseId: id, only: z.enum(['all', 'withBin', 'withoutBin', 'climate']).default('all') },
    listOf(
      z.object({
        id,
        item: itemRef,
        category: z.string(),
        temperature,
        bin: binRef.nullable(),
        minimumMicro: quantityMicro.nullable(),
        maximumMicro: quantityMicro.nullable(),
        class: itemClass.nullable(),
        picks: z.int(),
      }),
    ),
  ),
  /** The climate an item needs, and its fixed bin in this warehouse. */
  saveItemPlace: command(
    'warehouse.manage',
    {
      warehouseId: id,
      itemId: id,
      temperature,
      /** empty: no fixed bin */
      binCode: z.string().trim().max(40),
      minimumMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
      maximumMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
    },
    done,
  ),
}
