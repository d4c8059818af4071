import * as z from 'zod/mini';
import { isSigned } from '../events/hints/proof.ts';
import { type PaymentProvider, type ProviderPayment, ProviderProblem, type ProviderState, type WhyFailed } from './provider.ts';

export interface ReferenceProvider {
  /** Its origin, as this process reaches it. */
  url: string;
  /** Our bearer secret there. */
  secret: string;
  /** What it signs its news with. */
  webhookSecret: string;
  name?: string;
  fetch?: (request: Request) => Promise<Response>;
}

/** Below the ten seconds that a customer's whole call may take. */
const PATIENCE = 6_000;

const STATES = ['needs-payer', 'processing', 'succeeded', 'failed', 'cancelled'] as const satisfies readonly ProviderState[];

const Answer = z.object({
  id: z.string(),
  reference: z.string(),
  amount: z.object({ amount: z.int(), currency: z.string() }),
  state: z.enum(STATES),
  action: z.optional(z.object({ url: z.url() })),
  card: z.optional(z.object({ brand: z.string(), lastFour: z.string() })),
  why: z.optional(z.string()),
});
const MeansAnswer = z.object({ items: z.array(z.object({ token: z.string(), brand: z.string(), lastFour: z.string() })) });
const News = z.object({ intent: z.object({ reference: z.string().check(z.maxLength(200)) }) });

const KNOWN: ReadonlySet<string> = new Set<WhyFailed>(['insufficient-funds', 'card-expired', 'not-confirmed', 'means-gone']);
const cardName = ({ brand, lastFour }: { brand: string; lastFour: string }): string => `${brand} •••• ${lastFour}`;

function read<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const parsed = z.safeParse(schema, body);
  if (!parsed.success) throw new ProviderProblem('garbage', 'the provider’s answer cannot be read');
  return parsed.data;
}

function newsIn(body: string): z.output<typeof News> {
  try {
    return read(News, JSON.parse(body));
  } catch (error) {
    throw new ProviderProblem('garbage', 'the provider’s news cannot be read', error);
  }
}

function paymentIn(body: unknown): ProviderPayment {
  const { card, why, action, ...rest } = read(Answer, body);
  return {
    ...rest,
    ...(action && { action }),
    ...(card && { means: { kind: 'card', name: cardName(card) } }),
    ...(why !== undefined && { why: KNOWN.has(why) ? (why as WhyFailed) : 'declined' }),
  };
}

/** The provider that comes along for evaluation (`packages/psp`), spoken to by HTTP as any other is. */
export function referenceProvider({ url, secret, webhookSecret, name = 'Faceplate Pay', fetch: send = (request) => fetch(request) }: ReferenceProvider): PaymentProvider {
  const ask = async (path: string, init: { method?: string; body?: object } = {}): Promise<{ status: number; body: unknown }> => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const body = init.body === undefined ? {} : { body: JSON.stringify(init.body) };
    const request = new Request(`${url}/v1${path}`, { method: init.method ?? 'GET', headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE), ...body });
    try {
      const answer = await send(request);
      return { status: answer.status, body: await answer.json() };
    } catch (error) {
      throw new ProviderProblem('away', 'the provider does not answer', error);
    }
  };
  const good = async (path: string, init?: { method?: string; body?: object }): Promise<unknown> => {
    const { status, body } = await ask(path, init);
    if (status < 300) return body;
    throw new ProviderProblem(status >= 500 || status === 429 ? 'away' : 'refused', `the provider answers ${status}`);
  };
  return {
    name,
    takesNew: true,
    create: async (wish) => paymentIn(await good('/intents', { method: 'POST', body: wish })),
    find: async (reference) => {
      const { status, body } = await ask(`/intents?reference=${encodeURIComponent(reference)}`);
      if (status === 404) return undefined;
      if (status !== 200) throw new ProviderProblem('away', `the provider answers ${status}`);
      return paymentIn(body);
    },
    cancel: async (id) => paymentIn(await good(`/intents/${encodeURIComponent(id)}/cancel`, { method: 'POST', body: {} })),
    means: async (customer) => {
      const { items } = read(MeansAnswer, await good(`/means?customer=${encodeURIComponent(customer)}`));
      return items.map(({ token, ...card }) => ({ id: token, kind: 'card' as const, name: cardName(card) }));
    },
    heard: async ({ headers, body }, now) => {
      if (!(await isSigned(webhookSecret, headers.get('x-psp-signature'), body, now))) return undefined;
      return [newsIn(body).intent.reference];
    },
  };
}
