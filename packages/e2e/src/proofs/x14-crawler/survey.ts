import { deep, focused, HELPERS, isOneStop, isThere, named, up } from '../x12-states/in-the-page.ts';

/** One thing that can be operated, known again in another language or at another width. */
export interface Control {
  /** What it is and where it stands, without words. */
  readonly key: string;
  /** Which of those with this key. */
  readonly nth: number;
  readonly kind: 'press' | 'check' | 'radio' | 'select' | 'range' | 'text' | 'date' | 'file';
  /** For people. */
  readonly name: string;
  /** Stands in what tells that something could not be had or done. */
  readonly isRemedy: boolean;
  /** Has fields beside it in a form of its own: it is pressed with and without them. */
  readonly hasFields: boolean;
  /** Says of itself that it is the one chosen: choosing it again changes nothing. */
  readonly isChosen: boolean;
}

/** What a page is at one moment. */
export interface Survey {
  /** The page by its address, its structure, and what it asks or says could not be done; no names, no figures. */
  readonly signature: string;
  /** The address without what it is about. */
  readonly page: string;
  readonly controls: readonly Control[];
  /** What must not be. */
  readonly problems: readonly string[];
}

/*
 * Runs in the page, where it is sent as text: each function leans on the others of this file, on the helpers, and on nothing else.
 */

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="link"], [role="checkbox"], [role="tab"], [role="option"], [role="switch"]';
/** Says that something could not be had or done: there must be a way out of it, inside. */
const OBSTACLES = '[part~="problem"]:is(fp-status-message), [part~="refusal"], [part~="unknown"], [part~="obstacles"] > li, fp-status-message[tone="critical"]';

function shown(): Element[] {
  const main = document.querySelector('main');
  return main ? deep(main).filter((one) => isThere(one)) : [];
}

/** The same for all lines of a list, for all days of a calendar. */
function markOf(element: Element): string {
  const name = element.localName;
  const tell = ['part', 'class', 'type', 'data-way', 'data-code'].flatMap((attribute) => element.getAttribute(attribute) ?? []).join('.');
  const alike = [...(element.parentElement?.children ?? [])].filter((one) => one.localName === name && one.className === element.className);
  const isOneOfMany = /^(li|tr|article|option|label|details)$/.test(name) || alike.length > 5;
  return `${name}${tell && `.${tell}`}${isOneOfMany || alike.length < 2 ? '' : `:${alike.indexOf(element)}`}`;
}

const keyOf = (element: Element): string =>
  up(element)
    .slice(0, 7)
    .filter((one) => !one.matches('main, slot'))
    .map((one) => markOf(one))
    .join(' < ');

const KINDS: readonly (readonly [Control['kind'], string])[] = [
  ['select', 'select'],
  ['check', 'input[type="checkbox"], [role="checkbox"], [role="switch"]'],
  ['radio', 'input[type="radio"]'],
  ['range', 'input[type="range"]'],
  ['file', 'input[type="file"]'],
  ['date', 'input:is([type="date"], [type="month"], [type="time"], [type="week"])'],
  ['press', 'input:is([type="button"], [type="submit"], [type="reset"], [type="image"])'],
  ['text', 'input, textarea'],
];

const kindOf = (element: Element): Control['kind'] => KINDS.find(([, selector]) => element.matches(selector))?.[0] ?? 'press';

/** What it can be filled in beside. */
const formOf = (element: Element): Element | null => element.closest('form, fieldset');

const FIELDS = 'input:not([type="hidden"]), select, textarea';

/** Of a group of radio buttons Tab comes to one. */
function isStop(element: Element): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true;
  const root = element.getRootNode() as ParentNode;
  const group = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(({ name }) => name === element.name);
  return !group.some(({ checked }) => checked) && group[0] === element;
}

/** Lets nobody use it: told outright, or by a pointer that is not let through. */
function isBarred(element: Element): boolean {
  const { pointerEvents, cursor } = getComputedStyle(element);
  return element.matches(':disabled, [aria-disabled="true"]') || pointerEvents === 'none' || cursor === 'not-allowed';
}

const operable = (): Element[] => shown().filter((one) => one.matches(CONTROLS) && isStop(one) && !isBarred(one));

/** Words that say why; found where readers find them. */
function reasonOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const told = (element.getAttribute('aria-describedby') ?? '').split(/\s+/).map((id) => (id ? (root.getElementById(id)?.textContent ?? '') : ''));
  return [...told, element.getAttribute('aria-description') ?? ''].join(' ').trim();
}

function silent(element: Element): string | undefined {
  if (!isBarred(element)) return undefined;
  if (reasonOf(element) === '') return `barred without a reason: ${named(element)}`;
  const around = up(element).find((one) => one.matches('li, form, fieldset, section, details'));
  const remedy = around && deep(around).some((one) => one !== element && one.matches(CONTROLS) && isThere(one) && !isBarred(one));
  return remedy ? undefined : `barred, with a reason and no remedy: ${named(element)}`;
}

/** To copy a reference leads nowhere. */
const leads = (element: Element): boolean => !up(element).some((one) => one.matches('[part~="reference"], [part~="quote"]'));

const inside = (block: Element) => (element: Element): boolean => up(element).includes(block);

function problemsOf(all: readonly Element[], controls: readonly Element[]): string[] {
  const ways = controls.filter(leads);
  const barred = all.filter((one) => one.matches(CONTROLS)).flatMap((one) => silent(one) ?? []);
  const shut = all.filter((one) => one.matches(OBSTACLES) && !ways.some(inside(one))).map((one) => `no way out of ${named(one)} ${one.getAttribute('heading') ?? ''}`);
  return [...barred, ...(ways.length === 0 ? ['a dead end: nothing leads on or back'] : []), ...shut];
}

const PARTS: Record<string, number> = { shop: 2, cart: 2, orders: 1 };

/** Where we are: the page, and that there is something more to the address. */
function pageOf({ pathname, search, hash }: Location): string {
  const parts = pathname.split('/').filter(Boolean);
  const keep = PARTS[parts[0] ?? ''] ?? 1;
  const query = [...new URLSearchParams(search).keys()].toSorted().join('&');
  return [...parts.slice(0, keep), ...(parts.length > keep ? [':id'] : [])].join('/') + (query && `?${query}`) + (hash && '#');
}

/** What makes a state another one: not how many there are of a thing, not what they are called. */
function traitOf(element: Element): string {
  const traits = ['part', 'tone', 'role', 'type', 'open', 'data-way', 'data-code', 'aria-expanded', 'aria-invalid', 'aria-current'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null || (name === 'aria-invalid' && value === 'false') ? [] : [`${name}=${value.slice(0, 40)}`];
  });
  const says = element.matches('legend') ? element.textContent : element.matches('fp-status-message') ? element.getAttribute('heading') : '';
  return `${element.localName} ${traits.join(' ')} ${(says ?? '').replace(/[\d\p{Sc}.,:]+/gu, '#').replace(/\s+/g, ' ').trim().slice(0, 60)}`.trim();
}

const isTelling = (element: Element): boolean => element.localName.startsWith('fp-') || element.matches(`${CONTROLS}, h1, h2, h3, legend, form, table, fieldset, dl, ol, progress, [part], [role], details`);

function survey(): Survey {
  const all = shown();
  const controls = operable();
  const traits = new Set(all.filter(isTelling).map((one) => traitOf(one)));
  const times = new Map<string, number>();
  const told = controls.map((element): Control => {
    const key = keyOf(element);
    const nth = times.get(key) ?? 0;
    times.set(key, nth + 1);
    const hasFields = kindOf(element) === 'press' && !element.matches('a, summary') && deepFields(formOf(element)).length > 0;
    const isChosen = element.matches('[aria-pressed="true"], [aria-selected="true"], [aria-current]:not([aria-current="false"])');
    return { key, nth, isChosen, kind: kindOf(element), name: named(element), isRemedy: leads(element) && up(element).some((one) => one.matches(OBSTACLES)), hasFields };
  });
  const page = pageOf(location);
  return { signature: `${page}\n${[...traits].toSorted().join('\n')}`, page, controls: told, problems: problemsOf(all, controls) };
}

const deepFields = (form: Element | null): Element[] => (form ? deep(form).filter((one) => one.matches(FIELDS) && isThere(one) && isStop(one)) : []);

const find = (key: string, nth: number): Element | undefined => operable().filter((one) => keyOf(one) === key)[nth];

/** All that is to be seen or heard, as a text: two of them differ when something happened. */
function fingerprint(): string {
  const about = (one: Element): string => {
    const own = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('');
    const state = one instanceof HTMLInputElement ? `${one.value}|${one.checked}` : one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement ? one.value : '';
    return `${one.localName}${[...one.attributes].map(({ name, value }) => `${name}=${value}`).join()}${state}${own}`;
  };
  const at = focused();
  const { faceplateCopies: copies } = globalThis as { faceplateCopies?: number };
  return `${location.href}${at ? keyOf(at) : ''}${String(getSelection())}${copies}${deep(document.body).map(about).join('\n')}`;
}

/** Stands still once three pictures in a row show the same, nothing is being drawn and no clock of under a second runs. */
async function stillness(most: number): Promise<boolean> {
  const { faceplateTimers: timers } = globalThis as { faceplateTimers?: Set<unknown> };
  let [before, alike] = ['', 0];
  for (let frames = 0; frames < most && alike < 2; frames += 1) {
    await new Promise(requestAnimationFrame);
    const now = fingerprint();
    const isMoving = now !== before || timers?.size !== 0 || document.readyState !== 'complete' || shown().some(({ localName }) => localName === 'fp-skeleton');
    alike = isMoving ? 0 : alike + 1;
    before = now;
  }
  return alike === 2;
}

/** What the keys are to come to next. */
let aim: Element | undefined;

const take = (key: string, nth: number): boolean => (aim = find(key, nth)) !== undefined;

/** All that is drawn, in the order in which it is: Tab goes by it. */
function drawn(root: Element | ShadowRoot): Element[] {
  const own = root instanceof HTMLSlotElement ? root.assignedElements() : [];
  const inside = own.length > 0 ? own : [...((root instanceof Element && root.shadowRoot) || root).children];
  return inside.flatMap((one) => [one, ...drawn(one)]);
}

/** Which way Tab has to go from where the focus is; 0: it is there; null: what was aimed at is gone. */
function towards(): -1 | 0 | 1 | null {
  const at = focused();
  if (!aim?.isConnected) return null;
  if (!at) return 1;
  if (isOneStop(at, aim)) return 0;
  const order = drawn(document.body);
  return order.indexOf(aim) > order.indexOf(at) ? 1 : -1;
}

/** The fields of the form that the control stands in, as controls of their own. */
function beside(key: string, nth: number): Control[] {
  const control = find(key, nth);
  const fields = new Set(deepFields(control ? formOf(control) : null));
  const all = operable();
  return survey().controls.filter((_, at) => fields.has(all[at] as Element));
}

/** What a field takes, for whoever types into it. */
function fieldFacts(): { id: string; type: string; value: string; autocomplete: string; last: boolean } {
  const element = aim;
  const { id = '' } = element ?? {};
  if (element instanceof HTMLSelectElement) return { id, type: 'select', value: element.value, autocomplete: '', last: element.selectedIndex === element.options.length - 1 };
  if (!(element instanceof HTMLInputElement) && !(element instanceof HTMLTextAreaElement)) return { id, type: '', value: '', autocomplete: '', last: false };
  return { id, type: element.type, value: element.value, autocomplete: element.autocomplete, last: element instanceof HTMLInputElement && element.checked };
}

/** All of the above, as a page takes it: `faceplateCrawl.survey()`. */
export const SURVEY = `(() => {
if (globalThis.faceplateCrawl) return;
${HELPERS}
const CONTROLS = ${JSON.stringify(CONTROLS)}, OBSTACLES = ${JSON.stringify(OBSTACLES)}, FIELDS = ${JSON.stringify(FIELDS)}, PARTS = ${JSON.stringify(PARTS)}, KINDS = ${JSON.stringify(KINDS)};
let aim;
const kindOf = ${String(kindOf)}, formOf = ${String(formOf)}, keyOf = ${String(keyOf)}, operable = ${String(operable)}, leads = ${String(leads)}, inside = ${String(inside)}, isTelling = ${String(isTelling)}, deepFields = ${String(deepFields)}, find = ${String(find)}, take = ${String(take)};
${[shown, markOf, isStop, isBarred, reasonOf, silent, problemsOf, pageOf, traitOf, survey, fingerprint, stillness, drawn, towards, beside, fieldFacts].map(String).join('\n')}
globalThis.faceplateCrawl = { survey, fingerprint, stillness, take, towards, beside, fieldFacts, hasFocus: () => focused() !== undefined, focus: () => { const at = focused(); return at ? named(at) : ''; } };
})()`;
