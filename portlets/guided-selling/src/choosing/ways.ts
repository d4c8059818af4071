import type { Obstacle, Way } from '@faceplate/contracts';
import { formatDate, formatMoney } from '@faceplate/localize';
import { obstacleWords } from '@faceplate/portlet-kit/obstacles.js';
import { html, nothing } from 'lit';
import type { ShopHost } from '../part.ts';
import { words } from './messages.ts';

/** What the page around an obstacle can do by itself. */
export interface WayDoors {
  /** Of an offer: to put its name down for the place, to choose a device, to use another place. */
  registerInterest?: () => void;
  chooseDevice?: () => void;
  usePlace?: (place: { id: string; text: string }) => void;
}

type Step = readonly [label: string, go: () => void];

/** What stands in the way, and after each reason the buttons that lead out of it: there is always one. */
export function obstacleList(host: ShopHost, obstacles: readonly Obstacle[], doors: WayDoors = {}) {
  return html`
    <ul class="plain stack" part="obstacles">
      ${obstacles.map(
        (obstacle) => html`
          <li class="obstacle stack tight" data-code=${obstacle.code}>
            ${wordsOf(host, obstacle)}
            <div class="row">${stepsOf(host, obstacle, doors).map(([label, go]) => html`<button data-way @click=${go}>${label}</button>`)}</div>
          </li>
        `,
      )}
    </ul>
  `;
}

function wordsOf(host: ShopHost, obstacle: Obstacle) {
  const { reason, remedy } = obstacleWords(host, obstacle);
  return html`<p><bdi>${reason}</bdi> ${remedy ? html`<bdi>${remedy}</bdi>` : nothing}</p>`;
}

function stepsOf(host: ShopHost, { way = { kind: 'none' } }: Obstacle, doors: WayDoors): readonly Step[] {
  const steps = ways[way.kind]?.(host, way, doors) ?? [];
  return steps.length > 0 ? steps : [whatIsPossible(host)];
}

const whatIsPossible = (host: ShopHost): Step => [words.seePossible(), () => host.go('offers', 'possible')];
const support = (host: ShopHost, label: string): Step => [label, () => host.leave('/support')];
const seen = (host: ShopHost, { offer }: Way): readonly Step[] => (offer ? [[words.instead(offer.name), () => host.go('offer', offer.id)]] : []);

/** Flats or addresses that were probably meant, one tap each. */
function places(host: ShopHost, { choices = [] }: Way, { usePlace }: WayDoors): readonly Step[] {
  const named = usePlace ? choices.slice(0, 6).map(({ id, name }): Step => [name, () => usePlace({ id, text: name })]) : [];
  return [...named, [words.giveAddress(), () => host.go('address')]];
}

const ways: Partial<Record<Way['kind'], (host: ShopHost, way: Way, doors: WayDoors) => readonly Step[]>> = {
  add: (host, { offer }) => (offer ? [[words.addToo(offer.name), () => void host.do({ doing: 'add', offerId: offer.id, quantity: 1 })], [words.look(offer.name), () => host.go('offer', offer.id)]] : []),
  choose: seen,
  swap: (host, way) => {
    const { itemId, offer } = way;
    if (!itemId || !offer) return seen(host, way);
    return [[words.swap(nameIn(host, itemId), offer.name), () => void host.do({ doing: 'swap', out: itemId, offerId: offer.id })]];
  },
  remove: (host, { itemId, product }) => {
    const item = host.cart?.items.find(({ id }) => id === itemId);
    if (item) return [[words.takeOut(item.name), () => void host.do({ doing: 'remove', item })]];
    return product ? [support(host, words.askToEnd(product.name))] : [];
  },
  'choose-flat': places,
  'give-address': places,
  'correct-address': places,
  'register-interest': (_, __, { registerInterest }) => (registerInterest ? [[words.tellMe(), registerInterest]] : []),
  wait: (host, { on }) => (on ? [[words.until(formatDate(on, host.locale)), () => host.go('offers', 'possible')]] : []),
  pay: (host, { amount }) => [[amount ? words.pay(formatMoney(amount, host.locale)) : words.payOpen(), () => host.leave('/payments')]],
  'prove-identity': (host) => [support(host, words.prove())],
  'ask-approver': (host) => [support(host, words.askApprover())],
  'ask-higher-limit': (host) => [support(host, words.askLimit())],
  'include-guardian': (host) => [support(host, words.guardian())],
  'change-quantity': (host) => [[words.changeQuantity(), () => host.leave('/cart')]],
  'choose-device': (host, _, { chooseDevice }) => [...(chooseDevice ? [[words.nameDevice(), chooseDevice] as const] : []), whatIsPossible(host)],
};

const nameIn = ({ cart }: ShopHost, itemId: string) => cart?.items.find(({ id }) => id === itemId)?.name ?? words.thisLine();
