/** One cookie as a browser would keep it. */
interface Cookie {
  value: string;
  path: string;
}

/** What came back, its body read already. */
export interface Page {
  url: string;
  status: number;
  headers: Headers;
  text: string;
}

export interface VisitOptions {
  form?: Record<string, string>;
  headers?: Record<string, string>;
  method?: string;
}

const MOST_REDIRECTS = 10;

/**
 * A browser as far as sign-in needs one: keeps cookies by path, follows
 * redirects, posts forms. For tests; it knows one site and no attributes but
 * `Path` and expiry.
 */
export class Visitor {
  readonly #cookies = new Map<string, Cookie>();

  /** Values of the cookies that would be sent to this path, by name. */
  cookies(pathname: string): Record<string, string> {
    const sent = [...this.#cookies].filter(([, { path }]) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')));
    return Object.fromEntries(sent.map(([key, { value }]) => [key.slice(0, key.indexOf(';')), value]));
  }

  forgetCookies(): void {
    this.#cookies.clear();
  }

  /** One request without following where it leads. */
  async request(address: string | URL, { form, headers, method }: VisitOptions = {}): Promise<Response> {
    const url = new URL(address);
    const cookie = Object.entries(this.cookies(url.pathname)).map(([name, value]) => `${name}=${value}`);
    const response = await fetch(url, {
      method: method ?? (form ? 'POST' : 'GET'),
      redirect: 'manual',
      headers: { accept: 'text/html', ...(form && { origin: url.origin }), ...headers, ...(cookie.length > 0 && { cookie: cookie.join('; ') }) },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line, url);
    return response;
  }

  /** One request and every redirect after it, by status or by a page that goes on by itself, up to the page that stays. */
  async visit(address: string | URL, options: VisitOptions = {}): Promise<Page> {
    let page = await this.#page(address, options);
    for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
      const next = nextOf(page);
      if (next === undefined) break;
      page = await this.#page(new URL(next, page.url));
    }
    return page;
  }

  /** Fills in the form that is on the page and sends it. */
  async submit(page: Page, fields: Record<string, string>): Promise<Page> {
    const action = /<form[^>]* action="([^"]*)"/.exec(page.text)?.[1] ?? page.url;
    return this.visit(new URL(action.replaceAll('&amp;', '&'), page.url), { form: { ...hiddenFields(page.text), ...fields } });
  }

  async #page(address: string | URL, options?: VisitOptions): Promise<Page> {
    const response = await this.request(address, options);
    return { url: new URL(address).href, status: response.status, headers: response.headers, text: await response.text() };
  }

  #keep(line: string, url: URL): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const attribute = (name: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const path = attribute('path') ?? url.pathname.replace(/\/[^/]*$/, '') ?? '/';
    const expires = attribute('expires');
    const key = `${pair.slice(0, at)};${path}`;
    const gone = attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (gone) this.#cookies.delete(key);
    else this.#cookies.set(key, { value: pair.slice(at + 1), path });
  }
}

function nextOf({ status, headers, text }: Page): string | undefined {
  if (status >= 300 && status < 400) return headers.get('location') ?? undefined;
  return /<meta http-equiv="refresh" content="0; url=([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
}

function hiddenFields(text: string): Record<string, string> {
  const inputs = [...text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
  const value = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return Object.fromEntries(inputs.map((input) => [value(input, 'name'), value(input, 'value')]));
}
