export const company = {
  fileFromNewerVersion:
    'The file {{file}} was last used by a newer version of Kontor. Install the newest version, then open it again; nothing was changed.',
  fileFromOlderVersion:
    'The file {{file}} is from an older version. Open it once in the program itself, which brings it up to date and keeps a copy.',
  fileExists: 'There is already a file {{file}}. Choose another name, or open that company.',
  folderUnusable:
    'No company file can be made in {{folder}}. Make that folder first, or choose one in which you may write.',
  fileMissing: 'There is no file {{file}}. Check the name and whether its drive is connected.',
  notACompanyFile:
    '{{file}} is not a Kontor company, or it is damaged. Nothing was changed; choose another file or restore a backup.',
  fileDamaged:
    'The file {{file}} is damaged. It was not touched. Bring the newest backup back; what no backup has, “Save what can still be read” (or `kontor salvage`) takes out of it.',
  fileInUse:
    'The company {{file}} is already open in another Kontor on this computer. Use that one, or close it first.',
  notEstablished: 'This company has not been created yet. Finish the first-run page first.',
  alreadyEstablished: 'This company has already been created. Sign in to use it.',
} as const
