import { memorySessions } from '@faceplate/gateway/node';
import { aHouse, signIn } from './house.ts';
import { instead } from './sabotage.ts';
import { hashOf } from './session-attacks.ts';

/** Fifty tabs of two processes at the end of the access token; `claims: false` takes the row's claim out. */
export async function fiftyTabs(claims: boolean): Promise<{ refreshes: number; reused: number; stillIn: boolean }> {
  const kept = memorySessions();
  const store = claims ? kept : instead(kept, { claim: () => Promise.resolve(true) });
  const one = await aHouse({ store });
  const two = await aHouse({ store, hostile: one.hostile });
  const visitor = await signIn(one);
  const idHash = hashOf(visitor.jar.get('__Host-Http-fp') ?? '');
  for (const { time } of [one, two]) time.now += 6 * 60_000;
  await Promise.all(Array.from({ length: 50 }, (_, tab) => (tab % 2 === 0 ? one : two).sessions.accessToken(idHash, AbortSignal.timeout(10_000))));
  return { refreshes: one.hostile.refreshes, reused: one.hostile.reused, stillIn: await visitor.isIn() };
}
