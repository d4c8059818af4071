import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { Accounts } from './accounts.ts';
import { readForm } from './form.ts';
import type { Frames } from './frames.ts';
import { type SignInView, messagePage, signInPage } from './pages/pages.ts';
import { type RegisterView, registerPage } from './pages/register-pages.ts';
import { FRESH } from './provider.ts';
import type { Registration } from './registration.ts';
import type { IdpOptions, Person } from './types.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body);
}

/** An attempt that has ended is not a failure; anything else is. */
function goneOnly(error: Error): undefined {
  if (error.name !== 'SessionNotFound') throw error;
}

/** A form from elsewhere would carry another origin; the cookie's SameSite is the first lock, this the second. */
function sameOrigin(request: IncomingMessage, issuer: string): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin === new URL(issuer).origin;
}

function problemOf(username: string, password: string): NonNullable<SignInView['problem']> {
  if (username.trim() === '') return 'username-missing';
  return password === '' ? 'password-missing' : 'wrong';
}

/** Which of the two was asked for; either page leads to the other. */
const wantsAccount = ({ prompt }: Interaction, { searchParams }: URL): boolean => (prompt.name === 'create' ? !searchParams.has('sign-in') : searchParams.has('register'));

interface Needs {
  options: IdpOptions;
  provider: Provider;
  frames: Frames;
  mount: string;
  accounts: Accounts;
  registration: Registration;
}

/** The pages on which one signs in or makes an account: `GET` shows them, `POST` takes the answer and sends the browser back into the flow. */
export class SignIn {
  readonly #options: IdpOptions;
  readonly #provider: Provider;
  readonly #frames: Frames;
  readonly #mount: string;
  readonly #accounts: Accounts;
  readonly #registration: Registration;

  constructor({ options, provider, frames, mount, accounts, registration }: Needs) {
    this.#options = options;
    this.#provider = provider;
    this.#frames = frames;
    this.#mount = mount;
    this.#accounts = accounts;
    this.#registration = registration;
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) {
      response.writeHead(405, { allow: 'GET, HEAD, POST' }).end();
      return;
    }
    const interaction = await this.#provider.interactionDetails(request, response).catch(goneOnly);
    // The cookie decides; an address that names another attempt is an old page in another tab.
    if (!interaction || url.pathname !== `/interaction/${interaction.uid}`) this.#ended(request, response);
    else if (request.method === 'POST') await this.#answer(request, response, interaction);
    else if (wantsAccount(interaction, url)) await this.#openRegister(request, response, interaction, url);
    else this.#show(request, response, interaction, { username: this.#suggested(interaction, url) });
  }

  #suggested({ params }: Interaction, url: URL): string {
    const hint = params['login_hint'];
    return url.searchParams.get('as') ?? (typeof hint === 'string' ? hint : '');
  }

  #action({ uid }: Interaction): string {
    return `${this.#mount}/interaction/${uid}`;
  }

  #show(
    request: IncomingMessage,
    response: ServerResponse,
    interaction: Interaction,
    { username, problem }: { username: string; problem?: SignInView['problem'] },
  ): void {
    const view: SignInView = {
      action: this.#action(interaction),
      username: username.slice(0, 100),
      people: this.#options.people,
      demoPassword: this.#options.passwordOf === undefined,
      ...(problem && { problem }),
    };
    send(response, problem ? 422 : 200, signInPage(this.#frames(request, interaction.params['ui_locales']), view));
  }

  /** Whoever comes back finds the page as far as they had come: the code they wait for is typed, not asked for again. */
  async #openRegister(request: IncomingMessage, response: ServerResponse, interaction: Interaction, url: URL): Promise<void> {
    const standing = url.searchParams.has('other') ? undefined : await this.#registration.standing(interaction.uid);
    if (standing?.isMade) this.#show(request, response, interaction, { username: standing.email });
    else this.#showRegister(request, response, interaction, { email: standing?.email ?? this.#suggested(interaction, url), sent: standing !== undefined, name: '' });
  }

  #showRegister(request: IncomingMessage, response: ServerResponse, interaction: Interaction, view: Omit<RegisterView, 'action'>): void {
    const frame = this.#frames(request, interaction.params['ui_locales']);
    send(response, view.problem ? 422 : 200, registerPage(frame, { ...view, email: view.email.slice(0, 254), name: view.name.slice(0, 80), action: this.#action(interaction) }));
  }

  #ended(request: IncomingMessage, response: ServerResponse): void {
    const frame = this.#frames(request);
    send(response, 400, messagePage(frame, frame.language.words.endedTitle, frame.language.words.endedText));
  }

  async #answer(request: IncomingMessage, response: ServerResponse, interaction: Interaction): Promise<void> {
    const form = sameOrigin(request, this.#options.issuer) ? await readForm(request) : undefined;
    if (!form) {
      response.writeHead(400).end();
      return;
    }
    if (form.has('cancel')) {
      await this.#finish(request, response, { error: 'access_denied', error_description: 'The person cancelled.' });
      return;
    }
    if (form.has('step')) return this.#register(request, response, interaction, form);
    const username = form.get('username') ?? '';
    const password = form.get('password') ?? '';
    const person = await this.#accounts.whose(username, password);
    if (!person) {
      this.#show(request, response, interaction, { username, problem: problemOf(username, password) });
      return;
    }
    await this.#welcome(request, response, interaction, person);
  }

  /** A code to the address first; then the code, a name and a password make the account. */
  async #register(request: IncomingMessage, response: ServerResponse, interaction: Interaction, form: URLSearchParams): Promise<void> {
    const [email = '', code = '', name = '', password = ''] = ['email', 'code', 'name', 'password'].map((field) => form.get(field) ?? '');
    const { language } = this.#frames(request, interaction.params['ui_locales']);
    if (form.get('step') === 'email' || form.has('again')) {
      const problem = await this.#registration.ask(interaction.uid, email, language.tag);
      return this.#showRegister(request, response, interaction, { email, name, sent: !problem, ...(problem && { problem }) });
    }
    const person = await this.#registration.finish(interaction.uid, { code, name, password });
    if (typeof person === 'string') return this.#showRegister(request, response, interaction, { email, name, sent: true, problem: person });
    await this.#welcome(request, response, interaction, person);
  }

  async #welcome(request: IncomingMessage, response: ServerResponse, interaction: Interaction, { sub }: Person): Promise<void> {
    await this.#forgetOther(interaction, sub);
    const login = { accountId: sub, remember: false, acr: FRESH, amr: ['pwd'] };
    await this.#finish(request, response, { login, ...(interaction.prompt.name === 'create' && { create: {} }) });
  }

  async #finish(request: IncomingMessage, response: ServerResponse, result: InteractionResults): Promise<void> {
    await this.#provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  /** Somebody else signs in at this browser: the session of before ends first, and none of it is carried over. */
  async #forgetOther(interaction: Interaction, sub: string): Promise<void> {
    const { session } = interaction;
    if (!session?.uid || session.accountId === sub) return;
    const other = await this.#provider.Session.findByUid(session.uid);
    await other?.destroy();
    delete interaction.session;
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  }
}
