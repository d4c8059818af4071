import * as z from 'zod';

/** Which world is generated: the same two numbers always make the same operator. */
export interface WorldSize {
  seed: number;
  customers: number;
}

export const defaultWorld: WorldSize = { seed: 7, customers: 25 };

const MOST: WorldSize = { seed: 2 ** 32 - 1, customers: 100_000 };

function parse(text: string): WorldSize | undefined {
  const size: Partial<WorldSize> = {};
  for (const part of text.split(',')) {
    const [, key, value = ''] = /^\s*(seed|customers)\s*=\s*(\d{1,10})\s*$/.exec(part) ?? [];
    if ((key !== 'seed' && key !== 'customers') || key in size || Number(value) > MOST[key]) return undefined;
    size[key] = Number(value);
  }
  return size.customers === 0 ? undefined : { ...defaultWorld, ...size };
}

/** `seed=7,customers=25`, either part alone too. */
export const WorldText = z.string().transform((text, context): WorldSize => {
  const size = parse(text);
  if (size) return size;
  context.addIssue({
    code: 'custom',
    message: `must look like seed=7,customers=25 (customers from 1 to ${MOST.customers}), not ${JSON.stringify(text)}`,
  });
  return z.NEVER;
});

export function worldText({ seed, customers }: WorldSize): string {
  return `seed=${seed},customers=${customers}`;
}
