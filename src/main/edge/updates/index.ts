/** Newer versions of the program, and the way back from one that fails. Owns no table. */
export { UpdateShell } from './update-shell'
