import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { awardEnquiry } from './award-enquiry'
import { enquiryPdf } from './enquiry-paper'
import { getEnquiry, listEnquiries } from './enquiry-queries'
import { cancelEnquiry, declineBid, placeEnquiry, recordBid } from './place-enquiry'
import { orderRequest, placeRequest, refuseRequest } from './place-request'
import { getRequest, listRequests } from './request-queries'

export const handlers: Handlers<typeof contract.sourcing> = {
  listRequests: (reader, _actor, input) => listRequests(reader, input),
  getRequest: (reader, _actor, input) => getRequest(reader, input.id),
  placeRequest: (tx, actor, input) => placeRequest(tx, actor, input),
  refuseRequest: (tx, _actor, input) => refuseRequest(tx, input),
  orderRequest: (tx, actor, input) => orderRequest(tx, actor, input),
  listEnquiries: (reader, _actor, input) => listEnquiries(reader, input),
  getEnquiry: (reader, _actor, input) => getEnquiry(reader, input.id),
  placeEnquiry: (tx, actor, input) => placeEnquiry(tx, actor, input),
  recordBid: (tx, _actor, input) => recordBid(tx, input),
  declineBid: (tx, _actor, input) => declineBid(tx, input),
  awardEnquiry: (tx, actor, input) => awardEnquiry(tx, actor, input),
  cancelEnquiry: (tx, _actor, input) => cancelEnquiry(tx, input),
  enquiryPdf: (reader, _actor, input) => enquiryPdf(reader, input),
}
