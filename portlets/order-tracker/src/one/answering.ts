import '@faceplate/client/nouns/orders.js';
import type { AnswerRequest, Need, Order, OrderItem } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import type { ActingController } from '@faceplate/portlet-kit/acting.js';
import { ACCEPTED, waitingFile } from '@faceplate/portlet-kit/waiting-file.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import type { AddressPicker } from './address-picker.ts';
import { words } from './messages.ts';
import { saidOf } from './said.ts';
import type { Begun, Typed } from './typed.ts';

interface Tools {
  readonly acting: ActingController;
  readonly picker: AddressPicker;
  /** How the customer chooses a time of the technician's instead of a day. */
  readonly visit: (order: Order) => unknown;
  /** Something was done to this line: the keyboard goes on there. */
  readonly after: (itemId: string) => Promise<void>;
}

/** Where a line waits for something from the customer, it is given here. */
export class Answering {
  readonly #host: PartHost;
  readonly #tools: Tools;
  /** Fields somebody has left empty, and files that are none, by what is begun. */
  readonly #problems = new Map<string, string>();

  constructor(host: PartHost, tools: Tools) {
    this.#host = host;
    this.#tools = tools;
  }

  render(order: Order, item: OrderItem, begun: Begun): unknown {
    const { need } = item;
    // What is to be switched on is asked for where it is done.
    if (!need || need.kind === 'activation') return nothing;
    const { locale } = this.#host;
    const name = `${order.id} ${item.id} ${need.kind} ${need.askedAt ?? ''}`;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const isVisit = need.kind === 'date' && !need.choices;
    return html`
      <section class="asks stack tight" aria-label=${words.needsYou()}>
        <p class="lead">${words.needsYou()}</p>
        <p>${need.text}</p>
        ${need.until ? html`<p class="quiet">${words.until(formatInstant(need.until, locale, zone, 'weekday'))}</p>` : nothing}
        ${begun.isOld(name) ? html`<p class="quiet" role="status">${words.kept()}</p>` : nothing}
        ${isVisit ? this.#tools.visit(order) : this.#renderForm(order, item, { need, name, begun })}
      </section>
    `;
  }

  #renderForm(order: Order, item: OrderItem, of: { need: Need; name: string; begun: Begun }) {
    const { acting } = this.#tools;
    const what = `answer-${item.id}`;
    return html`
      <form id=${what} class="stack tight" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, { ...of, orderId: order.id, itemId: item.id })}>
        ${this.#renderField(item.id, of)}
        <div><button class="primary" aria-disabled=${acting.busy}>${SEND[of.need.kind]()}</button></div>
        ${acting.state.step === 'sending' && acting.state.what === what ? html`<progress aria-label=${words.sending()}></progress>` : nothing}
        ${saidOf(this.#host, acting, { what, done: words.sent(), again: what })}
      </form>
    `;
  }

  #renderField(itemId: string, { need, name, begun }: { need: Need; name: string; begun: Begun }): unknown {
    const typed = begun.typed(name);
    const type = (changes: Typed) => this.#type(begun, name, changes);
    if (need.kind === 'document') return this.#renderFile(itemId, name, begun);
    if (need.choices) return this.#renderChoices(need, typed, { name, itemId, type });
    if (need.kind !== 'address') return this.#renderWords(need.kind, typed, { name, itemId, type });
    return html`
      ${this.#tools.picker.render({ name: itemId, typed, onTyped: type })}
      ${this.#tools.picker.isUnknown || typed.text ? this.#renderWords('address', typed, { name, itemId, type }) : this.#renderProblem(name, itemId)}
    `;
  }

  #renderFile(itemId: string, name: string, begun: Begun) {
    const id = `file-${itemId}`;
    const waiting = begun.file(name);
    return html`
      <div class="field">
        <label for=${id}>${words.document()}</label>
        <input id=${id} type="file" accept=${ACCEPTED} aria-describedby="${id}-hint answer-problem-${itemId}" aria-invalid=${this.#problems.has(name)}
          @change=${({ target }: Event) => this.#host.run(() => this.#take(begun, name, (target as HTMLInputElement).files?.[0]))} />
        <p class="hint" id="${id}-hint">${words.documentHint()}</p>
        ${waiting ? html`<p role="status">${words.chosenFile(waiting.name)}</p>` : nothing}
        ${this.#renderProblem(name, itemId)}
      </div>
    `;
  }

  #renderChoices({ choices = [] }: Need, typed: Typed, { name, itemId, type }: Field) {
    return html`
      <fieldset>
        <legend>${words.number()}</legend>
        ${choices.map(({ id, name: text }) => html`
          <label class="choice"><input type="radio" name="choice-${itemId}" .value=${id} .checked=${typed.choiceId === id} @change=${() => type({ choiceId: id })} /><bdi>${text}</bdi></label>`)}
        ${this.#renderProblem(name, itemId)}
      </fieldset>
    `;
  }

  #renderWords(kind: Need['kind'], typed: Typed, { name, itemId, type }: Field) {
    const id = `words-${itemId}`;
    const label = { address: words.addressWords, date: words.day, number: words.number, note: words.answer, document: words.document, activation: words.answer }[kind]();
    return html`
      <div class="field">
        <label for=${id}>${label}</label>
        <textarea id=${id} maxlength="1000" .value=${typed.text ?? ''} aria-invalid=${this.#problems.has(name)} aria-describedby="answer-problem-${itemId}"
          @input=${({ target }: Event) => type({ text: (target as HTMLTextAreaElement).value })}></textarea>
        ${this.#renderProblem(name, itemId)}
      </div>
    `;
  }

  #renderProblem(name: string, itemId: string) {
    return html`<p class="problem" id="answer-problem-${itemId}" role="alert">${this.#problems.get(name) ?? nothing}</p>`;
  }

  #type(begun: Begun, name: string, changes: Typed) {
    begun.type(name, changes);
    this.#problems.delete(name);
    this.#host.requestUpdate();
  }

  async #take(begun: Begun, name: string, file: File | undefined) {
    if (!file) return;
    const waiting = await waitingFile(file);
    if (waiting) begun.wait(name, waiting);
    if (waiting) this.#problems.delete(name);
    else this.#problems.set(name, words.badFile(file.name));
    this.#host.requestUpdate();
  }

  #onSubmit(event: SubmitEvent, { need, name, begun, orderId, itemId }: Asked) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const answer = answerOf(need, begun, name);
    if (!answer) {
      this.#problems.set(name, words.missing());
      this.#host.requestUpdate();
      form.querySelector<HTMLElement>('input, textarea')?.focus();
      return;
    }
    const { acting, after } = this.#tools;
    void this.#host.run(async () => {
      const wish = `answer ${orderId} ${itemId} ${JSON.stringify(answer)}`;
      const done = await acting.act(`answer-${itemId}`, wish, (options) => this.#host.services.client.orders.answer(orderId, itemId, answer, options));
      if (!done) return;
      begun.clear(name);
      await after(itemId);
    });
  }
}

interface Field {
  name: string;
  itemId: string;
  type: (changes: Typed) => void;
}

interface Asked {
  need: Need;
  name: string;
  begun: Begun;
  orderId: string;
  itemId: string;
}

const SEND: Readonly<Record<Need['kind'], () => string>> = {
  document: words.sendDocument,
  address: words.sendAddress,
  date: words.sendAnswer,
  number: words.takeNumber,
  note: words.sendAnswer,
  activation: words.sendAnswer,
};

/** What can be sent; nothing while the field is empty. */
function answerOf(need: Need, begun: Begun, name: string): AnswerRequest | undefined {
  const { text, choiceId, placeId } = begun.typed(name);
  const file = begun.file(name);
  if (need.kind === 'document') return file && { file };
  if (placeId) return { placeId };
  if (choiceId) return { choiceId };
  return text?.trim() ? { text: text.trim() } : undefined;
}
