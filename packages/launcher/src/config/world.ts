import * as z from 'zod';

/** Which world is generated: the same two numbers always make the same operator. */
export interface WorldSize {
  seed: number;
  customers: number;
}

export const defaultWorld: WorldSize = { seed: 7, customers: 25 };

const LARGEST_SEED = 2 ** 32 - 1;
const MOST_CUSTOMERS = 100_000;

function number(text: string, most: number): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : undefined;
}

function parse(text: string): WorldSize | undefined {
  const size: Partial<WorldSize> = {};
  for (const part of text.split(',')) {
    const [key = '', value = '', ...rest] = part.split('=').map((piece) => piece.trim());
    if (rest.length > 0 || (key !== 'seed' && key !== 'customers') || key in size) return undefined;
    const parsed = number(value, key === 'seed' ? LARGEST_SEED : MOST_CUSTOMERS);
    if (parsed === undefined) return undefined;
    size[key] = parsed;
  }
  return size.customers === 0 ? undefined : { ...defaultWorld, ...size };
}

/** `seed=7,customers=25`, either part alone too. */
export const WorldText = z.string().transform((text, context): WorldSize => {
  const size = parse(text);
  if (size) return size;
  context.addIssue({
    code: 'custom',
    message: `must look like seed=7,customers=25 (customers from 1 to ${MOST_CUSTOMERS}), not ${JSON.stringify(text)}`,
  });
  return z.NEVER;
});

export function worldText({ seed, customers }: WorldSize): string {
  return `seed=${seed},customers=${customers}`;
}
