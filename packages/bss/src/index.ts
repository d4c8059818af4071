export { type Bss, type BssOptions, createBss } from './bss.ts';
export { memoryStore } from './store/memory.ts';
export type {
  ChangeLog,
  Clock,
  Condition,
  ListQuery,
  NewChange,
  Page,
  Resource,
  SortKey,
  Store,
  Stored,
  StoredChange,
  StoredRecord,
  StoreReader,
  StoreTransaction,
} from './store/store.ts';
