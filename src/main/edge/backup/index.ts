/**
 * Backups: snapshots of a company in sealed vaults on targets that need not be trusted. Owns the format of a vault.
 * Invariants: nothing leaves this PC unsealed; nothing stored is ever changed; a snapshot is listed only when all it
 * needs was read back from the target. Table: backup_company.
 */
export { backUpCompany, type BackUp } from './back-up-company'
export { checkVault, type CheckedVault } from './check-vault'
export { chooseSnapshot, proveCompany, restoreCompany, type Proof, type Restored } from './restore-company'
export { openTarget, type TargetSignIn } from './targets/open-target'
export type { Target } from './targets/target'
export { USUAL_CARE } from './targets/careful-target'
export { clearUp } from './vault/clear-up'
export { USUAL_RETENTION, type Retention } from './vault/retention'
export type { Snapshot } from './vault/snapshot-record'
export { Vault } from './vault/vault'
export type { VaultSecret } from './vault/vault-key'
export { Keeper, type KeptTarget } from './keeper/keeper'
export { LookUp } from './keeper/look-up'
export { bringBack, find, lookAt, openOrMake } from './keeper/once'
