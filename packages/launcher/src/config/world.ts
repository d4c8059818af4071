import { WORLD_SIZES } from '@faceplate/bss';
import * as z from 'zod';

/** Which world is generated: the same two numbers always make the same operator. */
export interface WorldSize {
  seed: number;
  customers: number;
}

export const defaultWorld: WorldSize = { seed: 7, customers: WORLD_SIZES.demo };

const MOST: WorldSize = { seed: 2 ** 32 - 1, customers: WORLD_SIZES.region };

type Part = readonly [key: keyof WorldSize, value: number];

const isName = (text: string): text is keyof typeof WORLD_SIZES => Object.hasOwn(WORLD_SIZES, text);

function partOf(text: string): Part | undefined {
  if (isName(text)) return ['customers', WORLD_SIZES[text]];
  const [, key, value = ''] = /^(seed|customers)\s*=\s*(\d{1,10})$/.exec(text) ?? [];
  return key === 'seed' || key === 'customers' ? [key, Number(value)] : undefined;
}

function parse(text: string): WorldSize | undefined {
  const size: Partial<WorldSize> = {};
  for (const part of text.split(',')) {
    const [key, value = 0] = partOf(part.trim()) ?? [];
    if (key === undefined || key in size || value > MOST[key]) return undefined;
    size[key] = value;
  }
  return size.customers === 0 ? undefined : { ...defaultWorld, ...size };
}

/** `seed=7,customers=25`, either part alone too; `demo`, `town` or `region` in place of the customers. */
export const WorldText = z.string().transform((text, context): WorldSize => {
  const size = parse(text);
  if (size) return size;
  context.addIssue({
    code: 'custom',
    message: `must look like seed=7,customers=25 (customers from 1 to ${MOST.customers}, or one of ${Object.keys(WORLD_SIZES).join(', ')}), not ${JSON.stringify(text)}`,
  });
  return z.NEVER;
});

export function worldText({ seed, customers }: WorldSize): string {
  return `seed=${seed},customers=${customers}`;
}
