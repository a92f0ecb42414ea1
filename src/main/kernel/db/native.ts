import Database from 'better-sqlite3'

/**
 * Opens a SQLite file. An Electron older than Node-API 10 can't load the prebuilt binary; set-up then builds one and
 * names it in KONTOR_SQLITE_BINDING, which plain Node must not use.
 */
export function openDatabase(path: string, options: Database.Options = {}): Database.Database {
  const nativeBinding = process.versions['electron'] === undefined ? undefined : process.env['KONTOR_SQLITE_BINDING']
  return new Database(path, nativeBinding === undefined ? options : { ...options, nativeBinding })
}
