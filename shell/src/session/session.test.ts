import { ApiProblem, Offline } from '@faceplate/client';
import type { Session, SignedIn } from '@faceplate/contracts';
import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { until } from '../testing/until.ts';
import type { Peek } from './peek.ts';
import { peekSession } from './peek.ts';
import { SessionController } from './session.controller.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-20T09:30:00Z');
const hostOf = (tab: Tab) =>
  ({ addController: () => undefined, removeController: () => undefined, requestUpdate: () => tab.drawn(), updateComplete: Promise.resolve(true) }) satisfies ReactiveControllerHost;

const signedIn = (minutes: number, id = 'p1'): SignedIn => ({
  signedIn: true,
  person: { id, name: 'Ada Lovelace' },
  persona: 'consumer',
  accounts: [],
  idleEndsAt: new Date(START + minutes * MINUTE).toISOString(),
  endsAt: new Date(START + 600 * MINUTE).toISOString(),
});

/** A tab with a clock and a server that a test turns by hand. */
class Tab {
  now = START;
  answer: () => Promise<Session> = () => Promise.resolve(signedIn(30));
  peeked: () => Promise<Peek> = async () => ({ session: await this.answer(), ahead: 0 });
  /** Called whenever there is something new to draw. */
  drawn: () => unknown = () => undefined;
  forgotten = 0;
  watching = 0;
  waiting: { at: number; work: () => void } | undefined;
  readonly controller = new SessionController(hostOf(this), {
    client: {
      session: { get: () => this.answer(), offered: () => Promise.reject(new Error('nobody asks')), signInHref: () => '', createAccountHref: () => '', signOutHref: () => '' },
      forget: () => {
        this.forgotten += 1;
      },
      watch: () => {
        this.watching += 1;
        return () => {
          this.watching -= 1;
        };
      },
    },
    peek: () => this.peeked(),
    now: () => this.now,
    after: (milliseconds, work) => {
      const waiting = (this.waiting = { at: this.now + milliseconds, work });
      return () => {
        if (this.waiting === waiting) this.waiting = undefined;
      };
    },
  });

  get state() {
    return this.controller.state;
  }

  get warned() {
    return this.state.step === 'signed-in' ? this.state.endsSoon?.getTime() : undefined;
  }

  async open(): Promise<this> {
    opened.push(this);
    this.controller.hostConnected();
    await until(() => this.state.step !== 'asking');
    return this;
  }

  /** Lets time pass up to what is waited for next, and lets that happen. */
  async pass(): Promise<void> {
    const { waiting } = this;
    if (!waiting) throw new Error('Nothing is waited for.');
    this.now = waiting.at;
    waiting.work();
    await until(() => this.waiting !== waiting);
  }
}

const opened: Tab[] = [];

describe('the session', () => {
  afterEach(() => {
    for (const tab of opened.splice(0)) tab.controller.hostDisconnected();
  });

  it('is known after asking', async () => {
    const tab = await new Tab().open();
    expect(tab.state).to.deep.equal({ step: 'signed-in', session: signedIn(30) });
  });

  it('warns two minutes ahead, and ends by itself', async () => {
    const tab = await new Tab().open();
    await tab.pass();
    expect(tab.now).to.equal(START + 28 * MINUTE);
    expect(tab.warned).to.equal(START + 30 * MINUTE);
    tab.answer = () => Promise.resolve({ signedIn: false });
    await tab.pass();
    expect(tab.now).to.equal(START + 30 * MINUTE);
    expect(tab.state).to.deep.equal({ step: 'signed-out', because: 'idle' });
    expect(tab.forgotten).to.equal(1);
  });

  it('does not warn when there was activity, here or in another tab', async () => {
    const tab = await new Tab().open();
    tab.answer = () => Promise.resolve(signedIn(50));
    await tab.pass();
    expect(tab.warned).to.equal(undefined);
    expect(tab.waiting?.at).to.equal(START + 48 * MINUTE);
  });

  it('goes on when the person stays', async () => {
    const tab = await new Tab().open();
    await tab.pass();
    tab.answer = () => Promise.resolve(signedIn(59));
    await tab.controller.ask();
    expect(tab.warned).to.equal(undefined);
    expect(tab.waiting?.at).to.equal(START + 57 * MINUTE);
  });

  it('looks again when a look gets no answer', async () => {
    const tab = await new Tab().open();
    tab.peeked = () => Promise.reject(new Offline('no answer'));
    await tab.pass();
    expect(tab.state.step).to.equal('signed-in');
    expect(tab.waiting?.at).to.equal(tab.now + 30_000);
  });

  it('trusts the server’s clock, not the device’s', async () => {
    const body = Response.json(signedIn(30), { headers: { date: new Date(START + 5 * MINUTE).toUTCString() } });
    const peek = await peekSession(() => Promise.resolve(body), () => START);
    expect(peek.ahead).to.equal(5 * MINUTE);
    const tab = await new Tab().open();
    tab.peeked = async () => ({ session: signedIn(34), ahead: 5 * MINUTE });
    await tab.pass();
    expect(tab.warned).to.equal(START + 29 * MINUTE);
  });

  it('ends in every tab when the person signs out in one', async () => {
    const [here, there] = [await new Tab().open(), await new Tab().open()];
    here.controller.leave();
    expect(here.state).to.deep.equal({ step: 'signed-out' });
    await until(() => there.state.step === 'signed-out');
    expect(there.state).to.deep.equal({ step: 'signed-out', because: 'elsewhere' });
    expect([here.forgotten, there.forgotten]).to.deep.equal([1, 1]);
  });

  it('begins in every tab when the person signs in in one', async () => {
    const waiting = new Tab();
    waiting.answer = () => Promise.resolve({ signedIn: false });
    await waiting.open();
    waiting.answer = () => Promise.resolve(signedIn(30));
    await new Tab().open();
    await until(() => waiting.state.step === 'signed-in');
  });

  it('shows the person who signed in in another tab, and nothing of the one before', async () => {
    const here = await new Tab().open();
    const steps: string[] = [];
    here.drawn = () => steps.push(here.state.step === 'signed-in' ? here.state.session.person.id : here.state.step);
    here.answer = () => Promise.resolve(signedIn(30, 'p2'));
    const there = new Tab();
    there.answer = here.answer;
    await there.open();
    await until(() => steps.includes('p2'));
    expect(steps.filter((step) => step !== 'p1')).to.deep.equal(['asking', 'p2']);
    expect(here.forgotten).to.equal(1);
  });

  it('stays signed out though an earlier question is answered after', async () => {
    const tab = await new Tab().open();
    const late = Promise.withResolvers<Session>();
    tab.answer = () => late.promise;
    const asking = tab.controller.ask();
    tab.controller.leave();
    late.resolve(signedIn(30));
    await asking;
    expect(tab.state).to.deep.equal({ step: 'signed-out' });
    expect(tab.waiting).to.equal(undefined);
  });

  it('listens for changes from the first page to the last', async () => {
    const tab = await new Tab().open();
    expect(tab.watching).to.equal(1);
    await tab.controller.ask();
    tab.answer = () => Promise.resolve(signedIn(30, 'p2'));
    await tab.controller.ask();
    expect(tab.watching).to.equal(1);
    tab.controller.leave();
    expect(tab.watching).to.equal(0);
  });

  it('forgets one person before it shows another', async () => {
    const tab = await new Tab().open();
    tab.answer = () => Promise.resolve(signedIn(30, 'p2'));
    await tab.controller.ask();
    expect(tab.forgotten).to.equal(1);
  });

  it('shows nothing out of the back/forward cache until it has asked', async () => {
    const tab = await new Tab().open();
    tab.answer = () => Promise.resolve({ signedIn: false });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(tab.state.step).to.equal('asking');
    await until(() => tab.state.step === 'signed-out');
  });

  it('keeps the page when an answer is lost, and says so when there was none yet', async () => {
    const tab = await new Tab().open();
    tab.answer = () => Promise.reject(new Offline('no answer'));
    await tab.controller.ask();
    expect(tab.state.step).to.equal('signed-in');
    const fresh = new Tab();
    fresh.answer = () => Promise.reject(new ApiProblem({ status: 503, code: 'down', title: 'Down.' }));
    await fresh.open();
    expect(fresh.state.step).to.equal('unreachable');
  });
});
