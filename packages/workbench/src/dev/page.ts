/**
 * Runs in the page of `pnpm dev`: switches on top, the portlet below. A switch writes the address and loads the page
 * anew, so that an address can be passed on and every choice starts from nothing.
 */
interface Fault {
  (request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
}

interface NamedWorld {
  readonly name: string;
}

/** What is used of `@faceplate/mocks`. The page hands it in: the workbench does not depend on it. */
interface Mocks {
  startOperator(world: NamedWorld, options: { faults: Fault }): Promise<unknown>;
  readonly worlds: readonly (() => NamedWorld)[];
  none: Fault;
  slow(milliseconds: number): Fault;
  hang(): Fault;
  down(): Fault;
  refuse(status: number): Fault;
  garbage(): Fault;
  cutAfter(bytes: number): Fault;
}

interface DevPage {
  readonly mocks: Mocks;
  readonly tag: string;
  readonly brands: readonly string[];
  define(): Promise<unknown>;
}

const LOCALES = ['en-GB', 'de-DE', 'ar-EG', 'en-XA'];
const RIGHT_TO_LEFT = /^ar/;

function faultsOf(mocks: Mocks): Record<string, Fault> {
  return {
    none: mocks.none,
    'slow (2 s)': mocks.slow(2000),
    'never answers': mocks.hang(),
    down: mocks.down(),
    'refused (403)': mocks.refuse(403),
    'broken (500)': mocks.refuse(500),
    'not ours (HTML)': mocks.garbage(),
    'cut off': mocks.cutAfter(200),
  };
}

export async function openDevPage({ mocks, tag, brands, define }: DevPage): Promise<void> {
  const worlds = new Map(mocks.worlds.map((make) => [make().name, make]));
  const faults = faultsOf(mocks);
  const choices: Record<string, readonly string[]> = {
    world: [...worlds.keys()],
    fault: Object.keys(faults),
    locale: LOCALES,
    brand: ['none', ...brands],
    scheme: ['light dark', 'light', 'dark'],
    view: ['full', 'card'],
  };
  const chosen = chosenFrom(choices);
  document.body.append(switches(choices, chosen), document.createElement('main'));
  dress(chosen);
  const world = worlds.get(chosen['world'] ?? '');
  if (world) await mocks.startOperator(world(), { faults: faults[chosen['fault'] ?? ''] ?? mocks.none });
  await define();
  document.querySelector('main')?.append(portlet(tag, chosen));
}

/** What the address says, else the first of each. */
function chosenFrom(choices: Record<string, readonly string[]>): Record<string, string> {
  const asked = new URLSearchParams(location.search);
  const valid = (name: string, options: readonly string[]) => options.find((option) => option === asked.get(name)) ?? options[0] ?? '';
  return Object.fromEntries(Object.entries(choices).map(([name, options]) => [name, valid(name, options)]));
}

function switches(choices: Record<string, readonly string[]>, chosen: Record<string, string>): HTMLElement {
  const form = document.createElement('form');
  form.className = 'switches';
  for (const [name, options] of Object.entries(choices)) {
    const label = document.createElement('label');
    const select = document.createElement('select');
    select.name = name;
    select.append(...options.map((option) => new Option(option, option, false, option === chosen[name])));
    label.append(`${name} `, select);
    form.append(label);
  }
  form.addEventListener('change', () => {
    form.requestSubmit();
  });
  return form;
}

function dress({ locale = 'en', brand = 'none', scheme = 'light dark' }: Record<string, string>): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
  document.documentElement.style.setProperty('color-scheme', scheme);
  if (brand === 'none') return;
  const tokens = document.querySelector<HTMLLinkElement>('link[href*="tokens.css"]');
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = tokens?.href.replace('tokens.css', `themes/${brand}.css`) ?? '';
  tokens?.after(sheet);
}

function portlet(tag: string, { locale = '', view = 'full' }: Record<string, string>): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute('locale', locale);
  element.setAttribute('view', view);
  // Attributes of the portlet's own are given in the address: `?bill-id=…`.
  for (const [name, value] of new URLSearchParams(location.search)) if (name.includes('-')) element.setAttribute(name, value);
  return element;
}
