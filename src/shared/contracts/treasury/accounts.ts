import { z } from 'zod'
import { currencyCode } from '../currencies'
import { amountMinor, done, id, name } from '../fields'
import { command, query } from '../procedure'

const moneyAccountKind = z.enum(['cash', 'petty', 'bank'])

export const accounts = {
  /** Tills, petty cash and bank accounts with what the books say lies there. */
  listAccounts: query(
    'treasury.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          kind: z.string(),
          name: z.string(),
          accountCode: z.string(),
          bankName: z.string(),
          bankNumber: z.string(),
          isActive: z.boolean(),
          balanceMinor: amountMinor,
          /** kept in this foreign currency */
          currency: z.string().nullable(),
          foreignBalanceMinor: amountMinor.nullable(),
        }),
      ),
      writeOffLimitMinor: amountMinor,
    }),
  ),
  addAccount: command(
    'treasury.write',
    {
      kind: moneyAccountKind,
      name,
      bankName: z.string().trim().max(120).default(''),
      bankNumber: z.string().trim().max(60).default(''),
      /** kept in this foreign currency; null: in that of the books */
      currency: currencyCode.nullable().default(null),
    },
    z.object({ id }),
  ),
  changeAccount: command(
    'treasury.write',
    {
      id,
      name,
      bankName: z.string().trim().max(120).default(''),
      bankNumber: z.string().trim().max(60).default(''),
      isActive: z.boolean(),
    },
    done,
  ),
  /** How small a difference may be to be written off with a payment. */
  setWriteOffLimit: command('company.manage', { amountMinor: amountMinor.nonnegative() }, done),
}
