import { PHONE } from '@faceplate/client/contact.js';
import type { Visit, VisitWishes } from '@faceplate/contracts';
import type { Begun, Typed } from '../one/typed.ts';

/** What was typed, over what the visit says already. */
export function typedOf(visit: Visit | undefined, begun: Begun, name: string): Typed {
  const { notes, contact } = visit?.wishes ?? {};
  return { text: notes, name: contact?.name, phone: contact?.phone, ...begun.typed(name) };
}

/** `half`: somebody to call without a number, or the other way round. */
export function wishesOf({ text, name, phone }: Typed): VisitWishes | 'half' | undefined {
  const notes = trimmed(text);
  const contact = contactOf(trimmed(name), trimmed(phone));
  if (contact === 'half') return 'half';
  // Emptied is said, too: what was told before holds no longer.
  return text !== undefined || contact ? { ...(text !== undefined && { notes }), ...(contact && { contact }) } : undefined;
}

function contactOf(name: string, phone: string): VisitWishes['contact'] | 'half' {
  if (!name && !phone) return undefined;
  return name && PHONE.test(phone) ? { name, phone } : 'half';
}

const trimmed = (text = '') => text.trim();
