import { type Finding, finding, type ProductProof } from '../proof.ts';
import { notShown } from '@faceplate/bss/proofs';
import { EMBEDDED, OTHER_TENANT, TAMPERED } from './edge-attacks.ts';
import type { Attack } from './flow-attacks.ts';
import { aHouse, signIn } from './house.ts';
import { gotIn, PROVIDER_ATTACKS } from './provider-cases.ts';
import { TWINS } from './sabotage.ts';
import { ENDED, FORGED } from './session-attacks.ts';
import { fiftyTabs } from './tabs.ts';
import { onTheProduct } from './on-the-product.ts';
import { BEARERS, LOGOUTS } from './told-attacks.ts';
import { onTwoProcesses } from './two-processes.ts';
import { honestVisitor, VISITORS } from './visitor-attacks.ts';

const SESSION_ATTACKS: readonly Readonly<Record<string, Attack>>[] = [FORGED, ENDED, OTHER_TENANT, EMBEDDED, LOGOUTS, BEARERS, TAMPERED, VISITORS];

const accepted = (what: string, cases: readonly (string | undefined)[]): Finding =>
  finding(what, `${cases.filter((one) => one !== undefined).length} accepted`, cases);

/** That nothing gets in means something only where the honest do. */
async function honest(): Promise<Finding> {
  const house = await aHouse();
  const visitor = await signIn(house);
  const cases = [(await visitor.isIn()) ? undefined : 'an honest sign-in did not work'];
  await signIn(house, 'anna', '/auth/login?stepUp=urn:faceplate:fresh&returnTo=/', 'urn:faceplate:fresh', visitor);
  cases.push((await visitor.isIn()) ? undefined : 'a step-up did not work');
  const token = await house.hostile.token({ sub: 'anna', aud: 'https://portal.test/api' }, { typ: 'at+jwt' });
  cases.push((await house.browser().isIn({ authorization: `Bearer ${token}` })) ? undefined : 'an honest bearer token did not work');
  cases.push((await honestVisitor(house)) ? undefined : 'an honest visitor did not work');
  return finding('the honest get in: sign-in, step-up, bearer, visitor', `${cases.filter((one) => one === undefined).length} of ${cases.length}`, cases);
}

async function sessionAttacks(): Promise<Finding> {
  const cases: (string | undefined)[] = [];
  for (const attacks of SESSION_ATTACKS) cases.push(...(await gotIn(attacks)));
  return accepted('sessions: forged, ended, of another tenant, embedded, of visitors, logout and bearer tokens', cases);
}

async function tabsInMemory(): Promise<Finding> {
  const { refreshes, reused, stillIn } = await fiftyTabs(true);
  const ok = refreshes === 1 && reused === 0 && stillIn;
  return finding('50 tabs of two processes at the end of the access token, in memory', `${refreshes} refresh`, [ok ? undefined : `${refreshes} refreshes, ${reused} used twice, signed in: ${stillIn}`]);
}

/** Each defence taken out must let its attacks in. */
async function sabotaged(): Promise<Finding> {
  const cases: (string | undefined)[] = [];
  for (const [what, { sabotage, attacks }] of Object.entries(TWINS)) {
    const names = await gotIn(attacks, sabotage);
    cases.push(...Object.keys(attacks).map((attack, index) => (names[index] === undefined ? `${what}: "${attack}" was still refused` : undefined)));
  }
  const { refreshes } = await fiftyTabs(false);
  cases.push(refreshes > 1 ? undefined : 'without the claim there was one refresh still');
  return finding('sabotage: without a defence its attacks get in', `${cases.filter((one) => one === undefined).length} of ${cases.length} noticed`, cases);
}

/** Sign-on and sessions against a provider and visitors that mean ill. */
export const signOn: ProductProof = {
  on: 'product',
  id: 'G3',
  title: 'Nobody signs in who should not',
  run: async ({ databaseUrl, full, open }) => [
    await honest(),
    ...(await onTheProduct({ open })),
    accepted('providers that lie: tokens, signatures, answers, discovery, flows', await gotIn(PROVIDER_ATTACKS)),
    await sessionAttacks(),
    await tabsInMemory(),
    ...(databaseUrl === undefined
      ? [notShown('50 tabs and signing out, of two processes over Postgres', 'There is no Postgres on this machine.')]
      : await onTwoProcesses(databaseUrl, full)),
    await sabotaged(),
  ],
};
