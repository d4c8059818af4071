import { Visitor } from '../../product/visitor.ts';
import { UNLIMITED } from '../place.ts';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { type Act, actsOf, type Known, known, standing } from './acts.ts';
import { attackSite } from './attack-page.ts';
import { codeOf, FORGERIES, honest, send, turnedAway } from './forgeries.ts';
import { inABrowser } from './in-a-browser.ts';

/** Every forgery of every act: each must be turned away as what it is, and nothing of ada's may have moved. */
async function forged(ada: Visitor, acts: readonly Act[]): Promise<Finding> {
  const outcomes: (string | undefined)[] = [];
  const own = new URL(ada.url);
  const before = await standing(ada);
  for (const act of acts) {
    for (const [name, forge] of Object.entries(FORGERIES)) {
      const answer = await send(ada, forge(honest(act, ada.url), own));
      outcomes.push(turnedAway(answer) ? undefined : `${act.name} ${name}: ${answer.status} ${codeOf(answer)}`);
    }
  }
  outcomes.push((await standing(ada)) === before ? undefined : 'what ada has is changed');
  return finding(`${acts.length} changing routes × ${Object.keys(FORGERIES).length} forgeries: 0 done`, `${outcomes.filter(Boolean).length} done`, outcomes);
}

/** The same with the cookie of somebody who has not signed in, of what such a person may do. */
async function forgedForVisitors(url: string, acts: readonly Act[], { offerId }: Known): Promise<Finding> {
  const visitor = new Visitor(url);
  await visitor.call('POST', '/cart/items', { body: { offerId, quantity: 1 } });
  const theirs = acts.filter(({ path }) => ['/cart', '/orders', '/visitor'].some((start) => path.startsWith(start)));
  const before = await standing(visitor, ['/cart', '/orders']);
  const outcomes: (string | undefined)[] = [];
  for (const act of theirs) {
    for (const [name, forge] of Object.entries(FORGERIES)) {
      const answer = await send(visitor, forge(honest(act, url), new URL(url)));
      outcomes.push(turnedAway(answer) ? undefined : `visitor: ${act.name} ${name}: ${answer.status} ${codeOf(answer)}`);
    }
  }
  outcomes.push((await standing(visitor, ['/cart', '/orders'])) === before ? undefined : 'what the visitor has is changed');
  await visitor.close();
  return finding(`A visitor’s cookie: ${theirs.length} changing routes × ${Object.keys(FORGERIES).length} forgeries: 0 done`, `${outcomes.filter(Boolean).length} done`, outcomes);
}

/** The honest call is judged by the same eyes: was it not turned away, they would see a forgery that got through. */
async function twin(ada: Visitor, acts: readonly Act[]): Promise<Finding> {
  const before = await standing(ada);
  const outcomes: (string | undefined)[] = [];
  for (const act of acts) {
    const answer = await send(ada, honest(act, ada.url));
    outcomes.push(turnedAway(answer) ? `${act.name}: the honest call is refused, ${codeOf(answer)}` : undefined);
  }
  outcomes.push((await standing(ada)) === before ? 'honest calls changed nothing that is looked at' : undefined);
  return finding('Sabotage: the same calls unforged are seen to be done', `${outcomes.filter((one) => one === undefined).length} seen`, outcomes);
}

/** What a browser is sent against: those whose doing can be seen. */
function seenActs(acts: readonly Act[], full: boolean): readonly Act[] {
  const first = acts.filter(({ name }) => name === 'POST /cart/items' || name === 'POST /tickets');
  return full ? acts : first;
}

async function run(setting: ProductProofSetting): Promise<Finding[]> {
  const product = await setting.open({ simulator: false, config: UNLIMITED });
  const ada = await Visitor.signIn(product.url, 'ada');
  const real: Known = await known(ada);
  const acts = await actsOf(ada, real);
  const findings = [await forged(ada, acts), await forgedForVisitors(product.url, acts, real), await twin(ada, acts)];
  await ada.close();
  await product.stop();
  const site = await attackSite();
  try {
    return [...findings, ...(await inABrowser({ setting, site, acts: () => Promise.resolve(seenActs(acts, setting.full)) }))];
  } finally {
    site.close();
  }
}

/** security.md G4. */
export const csrf: ProductProof = { on: 'product', id: 'G4', title: 'No page but the portal acts for a customer', run };
