import { createAudit, type GatewayOptions, memoryAuditStore } from '@faceplate/gateway';

/** The real trail in memory, under a key that guards nothing. */
export function auditOf(clock: () => Date): Pick<GatewayOptions, 'audit' | 'accessLog'> {
  const trail = createAudit({ store: memoryAuditStore(), keys: [{ id: 'mock', secret: 'A'.repeat(43) }], clock });
  return {
    audit: { record: async (entry) => (await trail).record(entry), ready: async () => (await trail).ready() },
    accessLog: { about: async (partyIds, page) => (await trail).about(partyIds, page) },
  };
}
