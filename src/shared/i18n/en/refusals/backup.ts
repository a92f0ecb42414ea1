export const backup = {
  passphraseWrong: 'This passphrase does not open the backups. Type it again, or use the recovery key.',
  passphraseTooShort: 'A passphrase needs at least {{least}} characters; several words are best.',
  passphraseNeeded: 'The passphrase is missing. Put it into the environment variable KONTOR_PASSPHRASE.',
  recoveryKeyWrong: 'This recovery key belongs to other backups. Look for the sheet that was printed for this target.',
  recoveryKeyMistyped: 'A character of the recovery key is wrong. Compare it with the sheet: seven groups of four.',
  noVault: 'There are no backups at {{address}}. Check the address and the folder.',
  vaultExists: 'There are backups at {{address}} already. Use their passphrase, or choose another folder.',
  vaultFromNewerVersion: 'These backups were made by a newer version of Kontor. Update this one, then try again.',
  damaged:
    'The stored part “{{object}}” was damaged or changed. Choose an older snapshot or another target, and make a new backup.',
  objectMissing:
    'The stored part “{{object}}” is missing at the target. Choose another snapshot or target, and make a new backup.',
  targetLied:
    'The target did not keep “{{object}}” as it was sent. Nothing is lost here; check the target, or use another one.',
  targetUnreachable:
    '{{address}} cannot be reached ({{reason}}). Check the connection or plug the drive in; the backup goes on by itself then.',
  targetNotAllowed: '{{address}} refuses access. Check name, password and rights for this folder.',
  targetFull: '{{address}} is full. Make room there, or keep fewer snapshots.',
  serverNotKnown:
    '{{address}} is not the server it was: its key has changed. If you did not change it, ask who runs the server before you go on.',
  targetUrlWrong: 'The address “{{address}}” is not understood. Use file:///…, s3://…, webdavs://… or sftp://….',
  targetUnknown: 'This backup target is not kept on this computer any more. Reload the page.',
  notProven:
    'The newest snapshot was fetched, but does not verify: {{what}}. Make a new backup now and keep the older snapshots.',
  notInBrowser: 'Backups are kept on the computer that runs Kontor. Open the program there.',
  recoveryNotConfirmed: 'The recovery key was not tried yet. Try it now: a key that was copied wrongly opens nothing.',
  place: {
    network:
      'The company file lies on a network drive, where it can be torn when the connection is lost. Move it to a disk of this computer; the network drive is a good place for backups.',
    synced:
      'The company file lies in a folder that a cloud program copies while it is written. Move it out of there; that folder is a good place for backups.',
  },
  busy: 'Another computer ({{host}}) is at work on this target. The backup goes on when it has finished.',
  interrupted: 'The backup was interrupted for long and begins anew; what is stored already is not sent again.',
  snapshotUnknown: 'There is no snapshot from {{at}} or before. Choose a later moment.',
  severalCompanies: 'Several companies are kept there: {{companies}}. Say which one.',
} as const
