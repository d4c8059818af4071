import type { May } from '@faceplate/contracts';
import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  quantity: () => msg('Quantity', { id: 'order-tracker.change.quantity', desc: 'Label' }),
  setQuantity: () => msg('Change quantity', { id: 'order-tracker.change.quantity.set', desc: 'Button' }),
  date: () => msg('Wished day', { id: 'order-tracker.change.date', desc: 'Label: on which day it shall come' }),
  setDate: () => msg('Change day', { id: 'order-tracker.change.date.set', desc: 'Button' }),
  place: () => msg('Address', { id: 'order-tracker.change.place', desc: 'Before the reason why the address cannot change' }),
  setPlace: () => msg('Change address', { id: 'order-tracker.change.place.set', desc: 'Button' }),
  cancel: () => msg('Cancel', { id: 'order-tracker.change.cancel', desc: 'Before the reason why a line cannot be cancelled' }),
  why: () => msg('Why do you cancel? (if you like)', { id: 'order-tracker.change.why', desc: 'Label of a field that may stay empty' }),
  until: (date: string) => msg(str`Possible until ${date}.`, { id: 'order-tracker.change.until', desc: 'Last moment for a change' }),
  cancelAll: (cost: string) => msg(str`Cancel all that can be cancelled of this order: ${cost}`, { id: 'order-tracker.change.cancel-all', desc: 'Button; what cancelling costs' }),
  cancelLine: (cost: string) => msg(str`Cancel this line: ${cost}`, { id: 'order-tracker.change.cancel-line', desc: 'Button; what cancelling costs' }),
  free: () => msg('free', { id: 'order-tracker.change.free', desc: 'Cancelling costs nothing' }),
  freeUntil: (date: string) => msg(str`free until ${date}`, { id: 'order-tracker.change.free-until', desc: 'Cancelling costs nothing until then' }),
  changed: () => msg('Changed.', { id: 'order-tracker.change.done', desc: 'A line was changed' }),
  cancelled: () => msg('We have your wish to cancel. This page shows when it is done.', { id: 'order-tracker.change.cancelled', desc: 'Cancelling has been asked for' }),
  wrong: () => msg('Give a whole number from 1 to 10,000.', { id: 'order-tracker.change.quantity.wrong', desc: 'Problem with a quantity' }),
  missing: () => msg('Fill this in first.', { id: 'order-tracker.change.missing', desc: 'Beside a field that is empty' }),
};

/** Why not, and what instead. */
const reasons: Readonly<Record<string, () => string>> = {
  delivered: () => msg('It has been delivered. You can change or end the product itself.', { id: 'order-tracker.may.delivered', desc: 'Why nothing of a line can change' }),
  ended: () => msg('It was ended. Order it again if you want it.', { id: 'order-tracker.may.ended', desc: 'Why nothing of a line can change' }),
  leaving: () => msg('Cancelling it is being looked into. Wait for the answer.', { id: 'order-tracker.may.leaving', desc: 'Why nothing of a line can change' }),
  begun: () => msg('The work on it has begun. Ask us about this order.', { id: 'order-tracker.may.begun', desc: 'Why nothing of a line can change' }),
  planned: () => msg('The technician’s day is planned. Ask us about this order.', { id: 'order-tracker.may.planned', desc: 'Why nothing of a line can change' }),
  visit: () => msg('A technician comes for it. Move the visit to another time.', { id: 'order-tracker.may.visit', desc: 'Why the day cannot change' }),
  kept: () => msg('It is kept for you as it was ordered. Cancel the line and order the quantity you need.', { id: 'order-tracker.may.kept', desc: 'Why the quantity cannot change' }),
  'nothing-delivered': () => msg('Nothing is delivered with it.', { id: 'order-tracker.may.nothing-delivered', desc: 'Why the quantity cannot change' }),
  'no-place': () => msg('It has no address of its own.', { id: 'order-tracker.may.no-place', desc: 'Why the address cannot change' }),
};

/** In our words where the reason is known, in the operator's otherwise. */
export const whyNot = ({ code, reason = '', remedy = '' }: May): string => reasons[code ?? '']?.() ?? `${reason} ${remedy}`.trim();
