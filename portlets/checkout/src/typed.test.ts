import { expect } from '@open-wc/testing';
import { TypedStore } from './typed.ts';

const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };

/** Somebody's page in one tab. */
function tab(): TypedStore {
  const store = new TypedStore(host);
  store.belongsTo('ada');
  return store;
}

describe('what is typed on the way to an order', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('in one tab does not cost another the key of the order it has just sent', () => {
    const [one, other] = [tab(), tab()];
    const sent = { key: 'k1', written: '{}', at: Date.now() };
    one.change({ sent });
    other.change({ givenName: 'Ad' });
    expect(tab().sent).to.deep.equal(sent);
    one.change({ sent: undefined });
    other.change({ givenName: 'Ada' });
    expect(tab().sent).to.equal(undefined);
  });

  it('counts as sent for less than the day that the service keeps a key', () => {
    tab().change({ sent: { key: 'k1', written: '{}', at: Date.now() - 24 * 3600_000 } });
    expect(tab().sent).to.equal(undefined);
  });
});
