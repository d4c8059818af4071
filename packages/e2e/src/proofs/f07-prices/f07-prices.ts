import type { Money } from '@faceplate/contracts';
import { Chance } from '../g7-answers/chance.ts';
import { type Finding, finding, type ProductProof } from '../proof.ts';
import { openShop } from '../shop/shop.ts';
import { bill, type Bought, buy, deliver } from './buying.ts';
import { Menu } from './carts.ts';
import { againstTheBill, againstTheBillWithTax, againstTheList, againstTheOrder, againstTheQuote } from './judge.ts';
import { ListPrices } from './list-price.ts';

const CARTS = { small: 40, full: 2_000 };
/** Of so many carts a shop is made anew, with the same catalogue: what thousands have ordered makes every look at it longer, and no price another. */
const EACH_SHOP = 100;

type Judge = (bought: Bought) => string[];

const verdicts = (carts: readonly Bought[], judge: Judge) => carts.map((bought) => {
  const wrong = judge(bought);
  return wrong.length > 0 ? `${bought.name}: ${wrong.join('; ')}` : undefined;
});

/** Of the cart alone: list, quote and order say otherwise. */
function aCentOnTheCart(bought: Bought): Bought {
  const [first, ...rest] = bought.cart.items;
  if (!first) return bought;
  const dearer = { ...first, monthly: { ...first.monthly, amount: first.monthly.amount + 1 } };
  return { ...bought, cart: { ...bought.cart, items: [dearer, ...rest] } };
}

/** Of the first line of the bill alone. */
function aCentOnTheBill(bought: Bought): Bought {
  const { bill: paper } = bought;
  const [first, ...rest] = paper?.charges ?? [];
  if (!paper || !first) return bought;
  const more = (money: Money) => ({ ...money, amount: money.amount + 1 });
  const dearer = { ...first, net: more(first.net), ...(first.gross && { gross: more(first.gross) }) };
  return { ...bought, bill: { ...paper, charges: [dearer, ...rest] } };
}

/** A cent more on one line must not go unseen at any of the places; a judge that is not content anyway must say something else. */
function sabotage(carts: readonly Bought[], list: ListPrices): (string | undefined)[] {
  const places: readonly (readonly [place: string, judge: Judge, spoil: (bought: Bought) => Bought])[] = [
    ['list', (bought) => againstTheList(bought, list), aCentOnTheCart],
    ['quote', againstTheQuote, aCentOnTheCart],
    ['order', againstTheOrder, aCentOnTheCart],
    ['bill before tax', (bought) => againstTheBill(bought, list), aCentOnTheBill],
    ['bill tax included', (bought) => againstTheBillWithTax(bought, list), aCentOnTheBill],
  ];
  return carts.map((bought) => {
    // What costs nothing has no bill to plant in.
    const unseen = places.filter(([, judge, spoil]) => (spoil !== aCentOnTheBill || bought.bill) && judge(spoil(bought)).join() === judge(bought).join());
    return unseen.length > 0 ? `${bought.name}: nothing noticed by ${unseen.map(([place]) => place).join(', ')}` : undefined;
  });
}

function findingsOf(carts: readonly Bought[], list: ListPrices, offers: number): Finding[] {
  const lines = carts.reduce((sum, { cart }) => sum + cart.items.length, 0);
  const refused = carts.reduce((sum, one) => sum + one.refused.length, 0);
  const onList: Judge = (bought) => againstTheList(bought, list);
  return [
    finding('every cart costs what the price list says, line by line', `${lines} lines of ${offers} offers; ${refused} more were refused, each by a code`, verdicts(carts, onList)),
    finding('the quote is the cart’s price, to the cent', `${carts.length} quotes`, verdicts(carts, againstTheQuote)),
    finding('the order is the cart’s price, to the cent', `${carts.length} orders`, verdicts(carts, againstTheOrder)),
    finding('the first bill charges each line its price before tax, to the cent', `${carts.filter((one) => one.bill).length} bills`, verdicts(carts, (bought) => againstTheBill(bought, list))),
    finding('the first bill charges each line its price tax included, to the cent', 'and is as a whole what the cart was, to the cent', verdicts(carts, (bought) => againstTheBillWithTax(bought, list))),
    finding('sabotage: a cent more on one line of a cart or a bill is seen', 'list, quote, order and bill each', sabotage(carts, list)),
  ];
}

/** From the first choice to the first bill; those into which nothing came are left out. */
async function inOneShop(numbers: readonly number[], seed: number, tell: (done: number) => void): Promise<Bought[]> {
  const shop = openShop();
  const menu = new Menu(shop);
  const all: Bought[] = [];
  for (const nth of numbers) {
    all.push(await buy({ shop, menu, chance: new Chance(seed * 1_000_003 + nth) }, nth));
    tell(all.length);
  }
  const carts = all.filter(({ cart }) => cart.items.length > 0);
  await deliver(shop, carts);
  await bill(shop, carts);
  return carts;
}

/** features.md F03, F07: one price from the cart to the first bill. */
export const prices: ProductProof = {
  on: 'product',
  id: 'F07',
  title: 'One price from the cart to the first bill',
  run: async ({ seed, full, tell }) => {
    const list = await ListPrices.read(openShop());
    const wanted = full ? CARTS.full : CARTS.small;
    const carts: Bought[] = [];
    // Some carts stay empty: all that was put in was refused. Others are made in their place.
    let nth = 0;
    while (carts.length < wanted && nth < 2 * wanted) {
      const numbers = Array.from({ length: Math.min(EACH_SHOP, wanted - carts.length) }, (_, more) => nth + more);
      const before = carts.length;
      carts.push(...(await inOneShop(numbers, seed, (done) => tell(`F07 ${before + done} of ${wanted} carts`))));
      nth += numbers.length;
    }
    if (carts.length === 0) throw new Error(`F07: nothing came into any of ${wanted} carts`);
    const offers = new Set(carts.flatMap(({ cart }) => cart.items.map(({ offerId }) => offerId)));
    return findingsOf(carts, list, offers.size);
  },
};
