/** The dispatcher behind oRPC: one router for MessagePort and HTTP, one connection per client. Owns no table. */
export { Connection, tokenInMemory, type TokenPlace } from './connection'
export { HeavyReader, type HeavyReply, type HeavyRequest } from './heavy-reader'
export { wireRouter, type WireContext } from './router'
