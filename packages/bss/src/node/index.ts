export { type Database, type DatabaseConfig, openDatabase, type Sql } from './database.ts';
export { FolderInUseError } from './lock.ts';
export { migrate, type Migration } from './migrate.ts';
export { postPinned } from './post-pinned.ts';
export { resolveHost } from './resolve-host.ts';
export { sqlStore, type SqlStoreOptions } from './sql-store.ts';
