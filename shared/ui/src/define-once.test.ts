import { expect } from '@open-wc/testing';
import { define } from './define-once.ts';

describe('define', () => {
  it('lets the first build of a tag stay, and says so', () => {
    const First = class extends HTMLElement {};
    const Second = class extends HTMLElement {};
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => said.push(text);
    define('test-twice', First);
    define('test-twice', First);
    define('test-twice', Second);
    console.warn = warn;
    expect(customElements.get('test-twice')).to.equal(First);
    expect(said).to.deep.equal(["<test-twice> is already defined; this build's copy is ignored."]);
  });
});
