import { refuse } from '../../../shared/errors'
import { companyProfile } from '../../foundation/company'
import type { Reader, Tx } from '../../kernel/db'
import {
  listTaxpayers,
  requireOpenPeriod,
  setTaxpayer,
  taxpayerOn,
  taxRateMicro,
  type Taxpayer,
} from '../../ledgers/accounting'
import { thresholdMinor } from './rates'
import { taxStore } from './tax-store'

/** How the company is taxed on a day, and every change of it. */
export function taxpayer(reader: Reader, on: string) {
  const { kind, certifiesInput } = taxpayerOn(reader, on)
  const isChinese = companyProfile(reader).pack === 'cn-sbe'
  return {
    kind,
    certifiesInput,
    collectionRateMicro: isChinese && kind === 'small-scale' ? taxRateMicro(reader, 'standard', on) : null,
    thresholdMinor: isChinese ? thresholdMinor(reader, on) : null,
    rows: listTaxpayers(reader),
  }
}

/** From the first of a month on, before anything of it is posted: what is posted was taxed as it was then. */
export function changeTaxpayer(tx: Tx, input: Taxpayer): { done: true } {
  const { validFrom, kind, certifiesInput } = input
  if (companyProfile(tx).pack !== 'cn-sbe') refuse('tax.onlyChinese', {})
  if (!validFrom.endsWith('-01')) refuse('tax.taxpayerFromFirst', {}, 'validFrom')
  requireOpenPeriod(tx, validFrom)
  const taxedOn = taxStore.taxedSince(tx, validFrom)
  if (taxedOn !== undefined) refuse('tax.taxedSince', { on: taxedOn }, 'validFrom')
  if (kind === 'small-scale' && certifiesInput) refuse('tax.smallScaleDeductsNothing', {}, 'certifiesInput')
  setTaxpayer(tx, { validFrom, kind, certifiesInput })
  return { done: true }
}
