import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { type StyleProperties, styleProperties } from './style-properties.ts';

describe('styleProperties', () => {
  it('sets, changes and takes off', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const styles: StyleProperties[] = [
      { '--share': '40%', color: 'red' },
      { '--share': '50%', color: undefined },
      { 'inline-size': '3px' },
    ];
    const seen = styles.map((properties) => {
      render(html`<p ${styleProperties(properties)}></p>`, host);
      return host.querySelector('p')?.style.cssText;
    });
    expect(seen).to.deep.equal(['--share: 40%; color: red;', '--share: 50%;', 'inline-size: 3px;']);
  });

  it('says where it belongs when it is put elsewhere', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    expect(() => render(html`<p>${styleProperties({})}</p>`, host)).to.throw('stands in the tag');
  });
});
