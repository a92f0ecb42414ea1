/** The dispatcher and the types that handlers are written against. Owns `kernel_answer` and `kernel_outbox`. */
export { auditDetail } from './audit-detail'
export { Dispatcher, type DispatcherOptions, type FactListener } from './dispatcher'
export { kernelStore } from './kernel-store'
export type {
  Actor,
  ApprovalPort,
  AuditLine,
  AuditPort,
  ContractTree,
  GivenCommand,
  GivingPort,
  Handler,
  Handlers,
  HandlerTree,
} from './types'
