import { z } from 'zod'
import {
  chain,
  code,
  costMicro,
  costMinor,
  date,
  documentAnswer,
  id,
  itemRef,
  listInput,
  listOf,
  note,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { command, query } from './procedure'

const state = z.enum(['open', 'expired', 'ended'])
const head = {
  id,
  number: z.string(),
  state,
  supplier: partnerRef,
  validFrom: z.string(),
  validTo: z.string(),
  /** net, of all call-offs together; null: no limit but those of the lines */
  amountMinor: costMinor().nullable(),
  drawnMinor: costMinor(),
  note: z.string(),
}

/** What is agreed with suppliers for a time, and orders whose goods go straight to a customer. */
export const purchaseAgreements = {
  listAgreements: query('purchasing.read', { ...listInput, state: state.optional() }, listOf(z.object(head))),
  getAgreement: query(
    'purchasing.read',
    { id },
    z.object({
      ...head,
      lines: z.array(
        z.object({
          id,
          item: itemRef,
          priceMicro: costMicro(),
          /** null: as much as is wanted, within the amount */
          quantityMicro: quantityMicro.nullable(),
          drawnMicro: quantityMicro,
          drawnMinor: costMinor(),
        }),
      ),
      chain,
    }),
  ),
  placeAgreement: command(
    'purchasing.write',
    {
      supplierId: id,
      validFrom: date,
      validTo: date,
      amountMinor: z.int().positive().max(1_000_000_000_000).optional(),
      note: note.default(''),
      lines: z
        .array(z.strictObject({ itemId: id, priceMicro, quantityMicro: positiveQuantityMicro.optional() }))
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),
  endAgreement: command('purchasing.write', { id }, documentAnswer),
  /** A draft order at the agreed prices; confirming it draws on the agreement. */
  callOff: command(
    'purchasing.write',
    {
      id,
      warehouseId: id,
      orderedOn: date,
      expectedOn: date,
      lines: z
        .array(z.strictObject({ lineId: id, quantityMicro: positiveQuantityMicro }))
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),

  /** Lines of a confirmed sales order that a supplier sends straight to the customer. */
  orderDirectly: command(
    'purchasing.write',
    {
      salesOrderId: id,
      supplierId: id,
      orderedOn: date,
      expectedOn: date,
      note: note.default(''),
      lines: z
        .array(z.strictObject({ salesLineId: id, quantityMicro: positiveQuantityMicro, priceMicro }))
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),
  /** The supplier has sent them: receipt and delivery in one moment. */
  confirmDispatch: command(
    'purchasing.write',
    {
      id,
      dispatchedOn: date,
      carrier: z.string().trim().max(60).default(''),
      note: note.default(''),
      lines: z
        .array(
          z.strictObject({
            orderLineId: id,
            quantityMicro: positiveQuantityMicro,
            lotCode: code.optional(),
            expiresOn: date.optional(),
          }),
        )
        .min(1)
        .max(500),
    },
    documentAnswer.extend({ shipmentId: id }),
  ),
}
