import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults, Provider } from 'oidc-provider';
import { passwordCheck } from './accounts.ts';
import { readForm } from './form.ts';
import type { Frames } from './frames.ts';
import { type SignInView, messagePage, signInPage } from './pages/pages.ts';
import { FRESH } from './provider.ts';
import type { IdpOptions } from './types.ts';

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

/** The sign-in page: `GET` shows it, `POST` takes the answer and sends the browser back into the flow. */
export class SignIn {
  readonly #options: IdpOptions;
  readonly #provider: Provider;
  readonly #frames: Frames;
  readonly #mount: string;
  readonly #whose: ReturnType<typeof passwordCheck>;

  constructor(options: IdpOptions, provider: Provider, frames: Frames, mount: string) {
    this.#options = options;
    this.#provider = provider;
    this.#frames = frames;
    this.#mount = mount;
    this.#whose = passwordCheck(options);
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
    else this.#show(request, response, interaction, { username: this.#suggested(interaction, url) });
  }

  #suggested({ params }: Interaction, url: URL): string {
    const hint = params['login_hint'];
    return url.searchParams.get('as') ?? (typeof hint === 'string' ? hint : '');
  }

  #show(
    request: IncomingMessage,
    response: ServerResponse,
    interaction: Interaction,
    { username, problem }: { username: string; problem?: SignInView['problem'] },
  ): void {
    const view: SignInView = {
      action: `${this.#mount}/interaction/${interaction.uid}`,
      username: username.slice(0, 100),
      people: this.#options.people,
      demoPassword: this.#options.passwordOf === undefined,
      ...(problem && { problem }),
    };
    send(response, problem ? 422 : 200, signInPage(this.#frames(request, interaction.params['ui_locales']), view));
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
    const username = form.get('username') ?? '';
    const password = form.get('password') ?? '';
    const person = this.#whose(username, password);
    if (!person) {
      this.#show(request, response, interaction, { username, problem: problemOf(username, password) });
      return;
    }
    await this.#forgetOther(interaction, person.sub);
    await this.#finish(request, response, { login: { accountId: person.sub, remember: false, acr: FRESH, amr: ['pwd'] } });
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
