import '@faceplate/client/nouns/cart.js';
import '@faceplate/client/nouns/places.js';
import type { CartItem, Obstacle, Way } from '@faceplate/contracts';
import { formatDate, isolated, msg, str } from '@faceplate/localize';
import { obstacleWords } from '@faceplate/portlet-kit/obstacles.js';
import { html, nothing } from 'lit';
import type { PartHost } from './part.ts';

type Kind = Way['kind'];

/** What somebody can do about an obstacle: the words of its button, and what it does. */
interface WayOut {
  label: string;
  go: () => unknown;
}

/** Why a line cannot be ordered as it is: each reason with what helps, and a button that does it. */
export function obstacleList(host: PartHost, obstacles: readonly Obstacle[], item?: CartItem): unknown {
  return html`<ul class="plain stack tight" part="obstacles">
    ${obstacles.map((obstacle) => {
      const ways = waysOut(host, obstacle, item);
      const { reason, remedy } = obstacleWords(host, obstacle);
      return html`<li data-code=${obstacle.code}>
        <p><strong>${reason}</strong>${remedy ? html` ${remedy}` : nothing}</p>
        <div class="row">${ways.map(({ label, go }) => html`<button type="button" @click=${() => void host.run(go)}>${label}</button>`)}</div>
      </li>`;
    })}
  </ul>`;
}

function waysOut(host: PartHost, { way, code }: Obstacle, item: CartItem | undefined): WayOut[] {
  if (!way) return [];
  const line = way.itemId ?? item?.id;
  const { cart } = host.services.client;
  const act = (name: string, work: (key: string) => Promise<unknown>) => () => host.acts.do(`${name} ${line ?? ''} ${code}`, work);
  const { offer } = way;
  const to = (path: string) => () => {
    host.services.navigate(path);
  };
  const page = (name: string) => () => {
    host.go(name);
  };
  const swap = (): WayOut[] =>
    offer && line ? [{ label: said.instead(offer.name), go: act('swap', (idempotencyKey) => cart.swap({ out: line, offerId: offer.id }, { idempotencyKey })) }] : [{ label: said.other(), go: to('/shop') }];
  const places = (): WayOut[] => {
    const choices = item ? (way.choices ?? []) : [];
    const meant = choices.map(({ id, name }) => ({ label: said.there(name), go: act(`place ${id}`, (idempotencyKey) => cart.change(item?.id ?? '', { placeId: id }, { idempotencyKey })) }));
    return [...meant, { label: said.address(), go: page('place') }];
  };
  const help = (): WayOut[] => [{ label: said.help(), go: to('/support') }];
  const table: Partial<Record<Kind, () => WayOut[]>> = {
    add: () => (offer ? [{ label: said.add(offer.name), go: act('add', (idempotencyKey) => cart.add({ offerId: offer.id, quantity: 1 }, { idempotencyKey })) }] : [{ label: said.other(), go: to('/shop') }]),
    remove: () => (line ? [{ label: said.remove(way.itemId && way.itemId !== item?.id ? (nameOf(host, way.itemId) ?? '') : (item?.name ?? '')), go: act('remove', () => cart.remove(line)) }] : []),
    swap,
    choose: swap,
    'choose-flat': places,
    'give-address': places,
    'correct-address': places,
    'register-interest': () => {
      const placeId = item?.place?.id;
      if (!item || placeId === undefined) return [{ label: said.address(), go: page('place') }];
      return [{ label: said.tell(), go: act('interest', (idempotencyKey) => host.services.client.places.register({ placeId, offerId: item.offerId }, { idempotencyKey })) }];
    },
    wait: () => (line && item ? [{ label: way.on ? said.laterFrom(formatDate(way.on, host.locale, 'medium')) : said.later(), go: act('later', (idempotencyKey) => cart.change(line, { later: true }, { idempotencyKey })) }] : []),
    pay: () => [{ label: said.pay(), go: to('/payments?all=1') }],
    'prove-identity': help,
    'ask-approver': help,
    'ask-higher-limit': help,
    'include-guardian': help,
    'choose-device': () => [{ label: said.other(), go: to('/shop') }],
    'change-quantity': () =>
      item && item.quantity > 1
        ? [{ label: said.fewer(item.quantity - 1), go: act(`quantity ${item.quantity - 1}`, (idempotencyKey) => cart.change(item.id, { quantity: item.quantity - 1 }, { idempotencyKey })) }]
        : swap(),
  };
  return table[way.kind]?.() ?? [];
}

const nameOf = ({ cart }: PartHost, itemId: string): string | undefined => cart.value?.items.find(({ id }) => id === itemId)?.name;

const said = {
  add: (name: string) => msg(str`Add ${isolated(name)}`, { id: 'checkout.way.add', desc: 'Button: put what is needed into the cart' }),
  remove: (name: string) => msg(str`Remove ${isolated(name)}`, { id: 'checkout.way.remove', desc: 'Button: take what stands in the way out of the cart' }),
  instead: (name: string) => msg(str`Take ${isolated(name)} instead`, { id: 'checkout.way.instead', desc: 'Button: swap a line for another offer' }),
  other: () => msg('Choose something else', { id: 'checkout.way.other', desc: 'Button to the shop' }),
  there: (place: string) => msg(str`It is ${isolated(place)}`, { id: 'checkout.way.there', desc: 'Button: the address that was meant' }),
  address: () => msg('Give the address', { id: 'checkout.way.address', desc: 'Button to the page of the address' }),
  tell: () => msg('Tell me when it is available there', { id: 'checkout.way.tell', desc: 'Button: register interest' }),
  later: () => msg('Keep for later', { id: 'checkout.later', desc: 'Button: keep a line in the cart without ordering it' }),
  laterFrom: (day: string) => msg(str`Keep for later: possible from ${day}`, { id: 'checkout.way.later-from', desc: 'Button: keep a line until a day' }),
  pay: () => msg('Pay what is open', { id: 'checkout.way.pay', desc: 'Button to the payments' }),
  help: () => msg('Ask us about it', { id: 'checkout.way.help', desc: 'Button to the contact page' }),
  fewer: (count: number) => msg(str`Take ${count}`, { id: 'checkout.way.fewer', desc: 'Button: order fewer; a number' }),
};
