import { FLOW_ATTACKS, type Attack } from './flow-attacks.ts';
import { aHouse, type Sabotage, signIn } from './house.ts';
import type { Spoil } from './hostile-provider.ts';
import { TOKEN_ATTACKS } from './token-attacks.ts';

/** The whole way, with a provider that lies in one thing. A sign-in that does not even begin lets nobody in. */
const lying =
  (spoil: Spoil): Attack =>
  async (house) => {
    house.hostile.spoil = spoil;
    const visitor = await signIn(house).catch(() => undefined);
    return (await visitor?.isIn()) ?? false;
  };

export const PROVIDER_ATTACKS: Readonly<Record<string, Attack>> = {
  ...Object.fromEntries(Object.entries(TOKEN_ATTACKS).map(([name, spoil]) => [name, lying(spoil)])),
  ...FLOW_ATTACKS,
};

/** Names of those that got in, each in a house of its own. */
export async function gotIn(attacks: Readonly<Record<string, Attack>>, sabotage: Sabotage = {}): Promise<(string | undefined)[]> {
  const cases: (string | undefined)[] = [];
  for (const [name, attack] of Object.entries(attacks)) {
    cases.push((await attack(await aHouse({ sabotage }))) ? name : undefined);
  }
  return cases;
}
