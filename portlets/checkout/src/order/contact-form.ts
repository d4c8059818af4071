import { EMAIL, PHONE } from '@faceplate/client/contact.js';
import type { BuyerContact } from '@faceplate/contracts';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import type { PlacePicker } from '../place/place-picker.ts';
import type { Typed } from '../typed.ts';
import { said } from './messages.ts';

type Field = 'givenName' | 'familyName' | 'email' | 'phone';

interface FieldFacts {
  name: Field;
  label: () => string;
  autocomplete: string;
  type?: string;
  longest: number;
}

const FIELDS: readonly FieldFacts[] = [
  { name: 'givenName', label: said.givenName, autocomplete: 'given-name', longest: 80 },
  { name: 'familyName', label: said.familyName, autocomplete: 'family-name', longest: 80 },
  { name: 'email', label: said.email, autocomplete: 'email', type: 'email', longest: 254 },
  { name: 'phone', label: said.phone, autocomplete: 'tel', type: 'tel', longest: 24 },
];

/** What is wrong with a field as it is typed; empty when nothing is. */
export function wrongWith(typed: Typed, { name, label }: FieldFacts): string {
  const value = (typed[name] ?? '').trim();
  if (value === '') return name === 'phone' ? '' : said.missing(label());
  if (name === 'email' && !EMAIL.test(value)) return said.wrongEmail();
  return name === 'phone' && !PHONE.test(value) ? said.wrongPhone() : '';
}

/** `hasPlace`: a line goes somewhere, and bills go there too. */
export const isContactWhole = (typed: Typed, hasPlace: boolean): boolean => FIELDS.every((field) => wrongWith(typed, field) === '') && (hasPlace || typed.billPlace !== undefined);

export function contactOf({ givenName = '', familyName = '', email = '', phone = '', billPlace }: Typed): BuyerContact {
  return { givenName: givenName.trim(), familyName: familyName.trim(), email: email.trim(), ...(phone.trim() && { phone: phone.trim() }), ...(billPlace && { placeId: billPlace.id }) };
}

export interface ContactView {
  host: PartHost;
  picker: PlacePicker;
  hasPlace: boolean;
  /** Somebody wanted to order though something was wrong. */
  pressed: boolean;
}

/** Who buys without an account: enough to deliver, to bill and to find again. */
export function contactForm({ host, picker, hasPlace, pressed }: ContactView): unknown {
  const { typed, headingLevel, services } = host;
  const field = (facts: FieldFacts) => {
    const { name, label, autocomplete, type = 'text', longest } = facts;
    const wrong = pressed ? wrongWith(typed.value, facts) : '';
    const onInput = ({ currentTarget }: Event) => {
      typed.change({ [name]: (currentTarget as HTMLInputElement).value });
    };
    return html`<div class="field">
      <label for=${name}>${label()}</label>
      <input id=${name} type=${type} autocomplete=${autocomplete} maxlength=${longest} .value=${typed.value[name] ?? ''} aria-invalid=${wrong ? 'true' : nothing} aria-describedby="${name}-problem" @input=${onInput} />
      <p class="problem" id="${name}-problem">${wrong}</p>
    </div>`;
  };
  return html`
    ${heading(headingLevel, said.contact(), 1)}
    <p>${said.contactHelp()}</p>
    <p><a href=${services.client.session.signInHref('/cart/order')} target="_top">${said.haveAccount()}</a></p>
    ${FIELDS.map(field)} ${hasPlace ? nothing : billPlace({ host, picker, hasPlace, pressed })}
  `;
}

function billPlace({ host: { typed }, picker, pressed }: ContactView): unknown {
  const { billPlace: place } = typed.value;
  if (place)
    return html`<p>${said.billsGo(place.text)} <button class="quiet" type="button" @click=${() => typed.change({ billPlace: undefined })}>${said.otherPlace()}</button></p>`;
  return html`${picker.render(said.billPlace())}
    <p class="problem" role="status">${pressed ? said.placeMissing() : nothing}</p>`;
}
