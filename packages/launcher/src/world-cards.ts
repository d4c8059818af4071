import type { SignIn } from '@faceplate/bss';
import { payerName, tmfClient, tmfScopeResolver, type Upstreams } from '@faceplate/gateway';
import type { PspStore } from '@faceplate/psp';

interface Needs {
  signIns: readonly SignIn[];
  upstreams: Upstreams;
  publicUrl: string;
  cards: Pick<PspStore, 'keep'>;
}

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * Cards that people of the generated world have with their accounts, known to the reference provider by their tokens: so
 * that a stranger can pay by one tap at once. They always pay.
 */
export async function keepWorldCards({ signIns, upstreams, publicUrl, cards }: Needs): Promise<void> {
  const people = tmfScopeResolver(upstreams);
  const within = { trace: crypto.randomUUID() };
  for (const { sub } of signIns) {
    const { accountIds } = await people.resolve(sub);
    if (accountIds.length === 0) continue;
    const { items } = await tmfClient('TMF670', upstreams('TMF670'), within).list('paymentMethod', { 'account.id': accountIds }, { limit: 100 });
    const customer = await payerName(publicUrl, sub);
    for (const { token, brand, lastFourDigits, status } of items) {
      const [kept, lastFour] = [wordOf(token), wordOf(lastFourDigits)];
      if (kept === undefined || lastFour === undefined || (wordOf(status) ?? 'active').toLowerCase() !== 'active') continue;
      await cards.keep({ token: kept, customer, brand: wordOf(brand) ?? 'Card', lastFour, scenario: 'success', createdAt: Date.now() });
    }
  }
}
