import type { Choices, Configuration, ConfigurationChoice, ConfigurationFault, ConfigurationPart } from '@faceplate/contracts';
import { formatDifference, formatNumber } from '@faceplate/localize';
import { html, nothing } from 'lit';
import { term } from '../choosing/offer-views.ts';
import { words } from '../choosing/messages.ts';

/** What the form of choices says back. */
export interface ChoicesDoors {
  locale: string;
  /** Why something does not go together, in the person's language. */
  say(fault: ConfigurationFault): { reason: string; remedy?: string | undefined };
  choose(changes: Choices): void;
  /** Takes the nearest choice that goes together. */
  mend(choices: Choices): void;
}

/** All that can be chosen, each option with what it costs; one that does not go says why, and stays in reach. */
export function choicesForm({ choices, parts, faults, mended }: Configuration, doors: ChoicesDoors) {
  return html`
    <form class="stack" part="choices" @submit=${(event: Event) => event.preventDefault()}>
      ${choices.map((choice) => choiceView(choice, doors))} ${parts.map((part) => partView(part, doors))}
    </form>
    <div role="status" class="stack tight" part="faults">
      ${faults.map((fault) => {
        const { reason, remedy } = doors.say(fault);
        return html`<p class="obstacle"><bdi>${reason}</bdi> <bdi>${remedy}</bdi></p>`;
      })}
      ${faults.length > 0 && mended ? html`<div><button data-way @click=${() => doors.mend(mended)}>${words.mend()}</button></div>` : nothing}
    </div>
  `;
}

function partView({ key, name, count, least, most, why, choices, group }: ConfigurationPart, doors: ChoicesDoors) {
  const counts = Array.from({ length: Math.min(most, 20) - least + 1 }, (_, at) => least + at);
  return html`
    <div class="stack tight">
      ${counts.length > 1
        ? html`<div class="field">
            <label for=${key}><bdi>${name}</bdi></label>
            <select id=${key} @change=${(event: Event) => doors.choose({ [key]: valueOf(event) })}>
              ${counts.map((one) => html`<option value=${one} ?selected=${one === count}>${one === 0 ? words.without() : formatNumber(one, doors.locale)}</option>`)}
            </select>
          </div>`
        : html`<p><bdi>${name}</bdi>${count > 1 ? html` × ${formatNumber(count, doors.locale)}` : nothing}</p>`}
      ${group ? html`<p class="hint">${words.ofGroup(group.name, formatNumber(group.least, doors.locale), formatNumber(group.most, doors.locale))}</p>` : nothing} ${why ? html`<p class="hint"><bdi>${why}</bdi></p>` : nothing}
      ${choices.map((choice) => choiceView(choice, doors))}
    </div>
  `;
}

function choiceView(choice: ConfigurationChoice, doors: ChoicesDoors) {
  const { name, kind, value, options } = choice;
  if (kind === 'fixed') return html`<p><bdi>${name}</bdi>: <bdi>${options.find(({ chosen }) => chosen)?.label ?? value}</bdi></p>`;
  return kind === 'one' || kind === 'several' ? optionsView(choice, doors) : fieldView(choice, doors);
}

function fieldView({ key, name, help, kind, unit, from, to, pattern, value = '' }: ConfigurationChoice, doors: ChoicesDoors) {
  return html`
    <div class="field">
      <label for=${key}><bdi>${name}${unit ? ` (${unit})` : ''}</bdi></label>
      <input id=${key} type=${kind} min=${from ?? nothing} max=${to ?? nothing} pattern=${pattern ?? nothing} .value=${value} @change=${(event: Event) => doors.choose({ [key]: valueOf(event) })} />
      ${help ? term(words.whatIs(name), help) : nothing}
    </div>
  `;
}

function optionsView({ key, name, help, kind, least, options }: ConfigurationChoice, { locale, choose }: ChoicesDoors) {
  const chosen = options.filter((option) => option.chosen).map(({ value }) => value);
  const take = (value: string) => (event: Event) => {
    if (kind === 'one') return choose({ [key]: value });
    const { checked } = event.target as HTMLInputElement;
    choose({ [key]: (checked ? [...chosen, value] : chosen.filter((one) => one !== value)).join('\n') });
  };
  return html`
    <fieldset class="stack tight">
      <legend><bdi>${name}</bdi></legend>
      ${help ? term(words.whatIs(name), help) : nothing}
      ${kind === 'one' && least === 0 ? html`<label class="choice"><input type="radio" name=${key} .checked=${chosen.length === 0} @change=${() => choose({ [key]: '' })} /><span>${words.without()}</span></label>` : nothing}
      ${options.map(
        ({ value, label, possible, why, difference, chosen: isChosen }) => html`
          <label class="choice">
            <input type=${kind === 'one' ? 'radio' : 'checkbox'} name=${key} .value=${value} .checked=${isChosen} @change=${take(value)} />
            <span><bdi>${label}</bdi>${difference && difference.amount !== 0 && !isChosen ? html` <span class="quiet number">${words.difference(formatDifference(difference, locale))}</span>` : nothing}
              ${possible ? nothing : html`<br /><span class="small">${words.doesNotGo()} <bdi>${why}</bdi></span>`}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
