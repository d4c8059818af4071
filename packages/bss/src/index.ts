export { type Bss, type BssOptions, createBss } from './bss.ts';
export type { HubOptions } from './hub/notifier.ts';
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
export type { Definition, Lifecycle, Operation } from './definitions/definition.ts';
export { basePaths, definitionOf, definitions } from './definitions/definitions.ts';
export { remove, save } from './store/save.ts';
export { type Simulator, simulator, type SimulatorOptions } from './simulator/simulator.ts';
export { generateSecondSystem, SECOND_SYSTEM_APIS } from './world/second-system.ts';
export { generateWorld, type SignIn, type World, WORLD_SIZES, type WorldOptions } from './world/world.ts';
