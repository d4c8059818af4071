export { createIdp } from './idp.ts';
export { createKeys, publicKeys } from './keys.ts';
export type { Letter } from './mailbox.ts';
export { memoryAdapter } from './memory-adapter.ts';
export { DEMO_PASSWORD, type IdpClient, type IdpOptions, type NodeHandler, type Person } from './types.ts';
