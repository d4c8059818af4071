import type { SignedIn } from '@faceplate/contracts';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { BYS, byWord, words } from './messages.ts';
import { SPANS, type Wish } from './wish.ts';

interface Choices {
  readonly wish: Wish;
  readonly accounts: SignedIn['accounts'];
  readonly locale: string;
  readonly change: (changes: Partial<Wish>) => void;
}

/** What spending is told apart by, over how long, and of which account where there are several. */
export function choicesView({ wish, accounts, locale, change }: Choices) {
  const spans = [...new Set([...SPANS, wish.months])].toSorted((one, other) => one - other);
  const payers = accounts.map(({ id, name }) => ({ value: id, name }));
  const isKnown = wish.accountId === '' || payers.some(({ value }) => value === wish.accountId);
  return html`
    <div class="choices" part="choices">
      ${choice('by', words.by(), wish.by, BYS.map((by) => ({ value: by, name: byWord(by) })), (value) => change({ by: BYS.find((by) => by === value) ?? wish.by }))}
      ${choice('months', words.span(), String(wish.months), spans.map((count) => ({ value: String(count), name: words.months(count, locale) })), (value) => change({ months: Number(value) }))}
      ${payers.length > 1 || wish.accountId
        ? choice(
            'account',
            words.account(),
            wish.accountId,
            [{ value: '', name: words.anyAccount() }, ...payers, ...(isKnown ? [] : [{ value: wish.accountId, name: words.otherAccount() }])],
            (value) => change({ accountId: value }),
          )
        : nothing}
    </div>
  `;
}

const choice = (id: string, label: string, chosen: string, options: readonly { value: string; name: string }[], choose: (value: string) => void) => html`
  <div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
      ${options.map(({ value, name }) => html`<option value=${value} .selected=${live(value === chosen)}>${name}</option>`)}
    </select>
  </div>
`;
