import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { taxCalendar } from './calendar'
import { certify, defer, getCertification, reverseCertification } from './input/certify'
import { inputStore } from './input/input-store'
import { getTransferOut, reverseTransferOut, transferOut } from './input/transfer-out'
import { transferOutStore } from './input/transfer-out-store'
import { listRates, setRate, setThreshold } from './rates'
import { vatSummary } from './summary'
import { vatReturn } from './vat-return'
import { changeTaxpayer, taxpayer } from './taxpayer'

export const handlers: Handlers<typeof contract.tax> = {
  vatSummary: (reader, _actor, input) => vatSummary(reader, input),
  vatReturn: (reader, _actor, input) => vatReturn(reader, input),
  calendar: (reader, _actor, input) => ({ rows: taxCalendar(reader, input) }),
  taxpayer: (reader, _actor, input) => taxpayer(reader, input.on),
  setTaxpayer: (tx, _actor, input) => changeTaxpayer(tx, input),
  setThreshold: (tx, _actor, input) => setThreshold(tx, input),
  listInputTax: (reader, _actor, input) => inputStore.list(reader, input),
  certify: (tx, actor, input) => certify(tx, actor, input),
  defer: (tx, _actor, input) => defer(tx, input),
  listCertifications: (reader) => ({ rows: inputStore.certifications(reader) }),
  getCertification: (reader, _actor, input) => getCertification(reader, input.id),
  reverseCertification: (tx, actor, input) => reverseCertification(tx, actor, input),
  transferOut: (tx, actor, input) => transferOut(tx, actor, input),
  listTransfersOut: (reader) => ({ rows: transferOutStore.list(reader) }),
  getTransferOut: (reader, _actor, input) => getTransferOut(reader, input.id),
  reverseTransferOut: (tx, actor, input) => reverseTransferOut(tx, actor, input),
  listRates: (reader, _actor, input) => ({ rows: listRates(reader, input.on) }),
  setRate: (tx, _actor, input) => setRate(tx, input),
}
