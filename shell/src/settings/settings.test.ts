import { expect } from '@open-wc/testing';
import { dress } from './appearance.ts';
import { keepSettings, localeFor, readSettings } from './settings.ts';

const KEY = 'fp-portal';
const broken = () => {
  throw new DOMException('switched off', 'SecurityError');
};

describe('settings', () => {
  afterEach(() => {
    localStorage.removeItem(KEY);
  });

  it('are remembered', () => {
    keepSettings({ ...readSettings(), brand: 'koral', accounts: { p1: 'a1' } });
    expect(readSettings()).to.include({ brand: 'koral', scheme: 'auto' });
    expect(readSettings().accounts).to.deep.equal({ p1: 'a1' });
  });

  it('start afresh where storage is off or holds nonsense', () => {
    expect(readSettings(broken).brand).to.equal('meridian');
    expect(() => {
      keepSettings(readSettings(), broken);
    }).not.to.throw();
    localStorage.setItem(KEY, '{');
    expect(readSettings().scheme).to.equal('auto');
  });

  it('lose only the choice that is unknown', () => {
    localStorage.setItem(KEY, JSON.stringify({ brand: 'gone', scheme: 'dark', language: 'xx' }));
    expect(readSettings()).to.include({ brand: 'meridian', scheme: 'dark' });
  });

  it('speak the chosen language, else the browser’s, else English, with the person’s own region', () => {
    expect(localeFor('de', ['de-AT', 'en-US'])).to.equal('de-AT');
    expect(localeFor('en', ['de-AT'])).to.equal('en-GB');
    expect(localeFor(undefined, ['fr-FR', 'ar-EG'])).to.equal('ar-EG');
    expect(localeFor(undefined, ['fr-FR'])).to.equal('en-GB');
  });

  it('dress the page', () => {
    const page = document.createElement('html');
    dress({ ...readSettings(), brand: 'nordlys', scheme: 'dark' }, 'ar', page);
    expect(page).to.include({ lang: 'ar', dir: 'rtl' });
    expect(Object.assign({}, page.dataset)).to.deep.equal({ fpBrand: 'nordlys', fpScheme: 'dark' });
    dress({ ...readSettings(), scheme: 'auto' }, 'en-GB', page);
    expect(page.dir).to.equal('ltr');
    expect(page.dataset['fpScheme']).to.equal(undefined);
  });
});
