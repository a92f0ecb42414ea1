import { z } from 'zod'
import { date, done, id, listInput, listOf, name, partnerRef, quantityMicro } from '../fields'
import { command, query } from '../procedure'

/** How a wave is walked: each order alone, many on one walk, into the totes of a cart, or each zone by its own clerk. */
const picking = z.enum(['order', 'batch', 'cluster', 'zone'])
/** Which lots and bins go first: by expiry, by age, or from the fullest bins. */
const allocation = z.enum(['fefo', 'fifo', 'fewest-picks'])
const carrier = z.string().trim().max(60)
const channel = z.string().trim().max(40)
/** 0 = as it comes, 9 = before anything else */
const priority = z.int().min(0).max(9)

/** Which of the waiting orders: what is left out does not matter. */
const criteria = {
  carrier: carrier.optional(),
  channel: channel.optional(),
  minimumPriority: priority.optional(),
  /** only orders whose goods can all be taken in this zone */
  zoneId: id.optional(),
  /** only orders of one line */
  singleLine: z.boolean().default(false),
  dueBy: date.optional(),
}

const plan = {
  warehouseId: id,
  /** empty = all that wait */
  orderIds: z.array(id).max(5000),
  releasedOn: date,
  picking: picking.default('batch'),
  allocation: allocation.default('fefo'),
  /** order lines per batch at most; orders (totes on the cart) where a cart is picked into totes */
  batchCapacity: z.int().min(1).max(2000).default(60),
}

const rule = {
  warehouseId: id,
  name,
  carrier: carrier.default(''),
  channel: channel.default(''),
  minimumPriority: priority.default(0),
  zoneId: id.nullable().default(null),
  singleLine: z.boolean().default(false),
  /** orders due so many days ahead; null = any */
  dueWithinDays: z.int().min(0).max(365).nullable().default(null),
  /** when the carrier comes; empty = at any time */
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/)
    .default(''),
  picking: picking.default('batch'),
  allocation: allocation.default('fefo'),
  batchCapacity: z.int().min(1).max(2000).default(60),
}

const progress = { lines: z.int(), tasks: z.int(), doneTasks: z.int() }

export const waves = {
  /** Confirmed order lines that wait, by order: the most urgent first. */
  listWaiting: query(
    'warehouse.read',
    { warehouseId: id, ...criteria },
    z.object({
      rows: z.array(
        z.object({
          orderId: id,
          orderNumber: z.string(),
          customer: partnerRef,
          dueOn: z.string(),
          lines: z.int(),
          quantityMicro,
          priority: z.int(),
          channel: z.string(),
          carrier: z.string(),
        }),
      ),
    }),
  ),
  /** How waiting orders are to be treated; what is left out stays. */
  setOrderTerms: command(
    'warehouse.work',
    {
      warehouseId: id,
      orderIds: z.array(id).min(1).max(5000),
      priority: priority.optional(),
      channel: channel.optional(),
      carrier: carrier.optional(),
    },
    done,
  ),
  listZones: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({ rows: z.array(z.object({ id, code: z.string(), name: z.string(), bins: z.int() })) }),
  ),
  /** The house's ways to make a wave, each with how many orders it would take now. */
  listWaveRules: query(
    'warehouse.read',
    { warehouseId: id, today: date },
    z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          carrier: z.string(),
          channel: z.string(),
          minimumPriority: z.int(),
          zoneId: id.nullable(),
          singleLine: z.boolean(),
          dueWithinDays: z.int().nullable(),
          cutOff: z.string(),
          picking,
          allocation,
          batchCapacity: z.int(),
          orders: z.int(),
        }),
      ),
    }),
  ),
  saveWaveRule: command('warehouse.manage', { id: id.optional(), ...rule }, z.object({ id })),
  removeWaveRule: command('warehouse.manage', { id }, done),
  /** What a release would make, without making it. */
  simulateWave: query(
    'warehouse.read',
    plan,
    z.object({
      orders: z.int(),
      lines: z.int(),
      picks: z.int(),
      batches: z.int(),
      walkMillimetres: z.int(),
      /** at the house's usual pace */
      minutes: z.int(),
      shortLines: z.array(
        z.object({
          orderNumber: z.string(),
          itemCode: z.string(),
          itemName: z.string(),
          baseUnit: z.string(),
          missingMicro: quantityMicro,
        }),
      ),
    }),
    { heavy: true },
  ),
  /** Releases orders: lots and bins are allocated hard, batches formed and routed. */
  releaseWave: command(
    'warehouse.work',
    plan,
    z.object({
      waveId: id,
      number: z.string(),
      batches: z.array(z.object({ id, number: z.string(), tasks: z.int(), walkMillimetres: z.int() })),
      lines: z.int(),
      /** lines that could not be allocated although reserved (goods in quarantine or too short a life) */
      shortLines: z.int(),
    }),
  ),
  /** Takes back what nobody has picked yet, of the whole wave or of some orders; their lines wait again. */
  unreleaseWave: command(
    'warehouse.work',
    { waveId: id, orderIds: z.array(id).max(5000).default([]) },
    z.object({ picks: z.int() }),
  ),
  listWaves: query(
    'warehouse.read',
    { ...listInput, warehouseId: id },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        releasedOn: z.string(),
        releasedBy: z.string(),
        orders: z.int(),
        walkMillimetres: z.int(),
        ...progress,
      }),
    ),
  ),
  getWave: query(
    'warehouse.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      warehouseId: id,
      releasedOn: z.string(),
      releasedBy: z.string(),
      picking,
      batches: z.array(
        z.object({
          id,
          number: z.string(),
          state: z.string(),
          zoneName: z.string().nullable(),
          walkMillimetres: z.int(),
          tasks: z.int(),
          doneTasks: z.int(),
          shortTasks: z.int(),
          assignedTo: z.string().nullable(),
        }),
      ),
      orders: z.array(
        z.object({
          orderId: id,
          orderNumber: z.string(),
          customer: partnerRef,
          dueOn: z.string(),
          lines: z.int(),
          releasedMicro: quantityMicro,
          pickedMicro: quantityMicro,
          packedMicro: quantityMicro,
          shippedMicro: quantityMicro,
        }),
      ),
    }),
  ),
  listBatches: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(
        z.object({
          id,
          number: z.string(),
          state: z.string(),
          waveNumber: z.string(),
          picking,
          zoneName: z.string().nullable(),
          walkMillimetres: z.int(),
          tasks: z.int(),
          doneTasks: z.int(),
          assignedTo: z.string().nullable(),
        }),
      ),
    }),
  ),
}
