/**
 * What helps whoever helps: the log of all processes in a file of this user, and one text to send, with names and
 * amounts masked, that a person reads before it leaves. Owns no table.
 */
export { LogFile } from './log-file'
export { supportText, type SupportSource } from './support-text'
