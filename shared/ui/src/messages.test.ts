import { setMessageLocale } from '@faceplate/localize';
import { expect } from '@open-wc/testing';
import { templates as arabic } from './locales/ar.ts';
import { templates as german } from './locales/de.ts';
import { words } from './messages.ts';

const said = () => Object.values(words).map((word) => word('4f2a'));

describe('the words of ui', () => {
  it('are all there in every language', async () => {
    const english = said();
    for (const [locale, templates] of [['de', german], ['ar', arabic]] as const) {
      await setMessageLocale(locale);
      const translated = said();
      expect(translated.filter((word, index) => word === english[index])).to.deep.equal([]);
      expect(Object.keys(templates)).to.have.lengthOf(english.length);
    }
    await setMessageLocale('en');
  });
});
