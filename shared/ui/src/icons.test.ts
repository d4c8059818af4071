import { expect, fixture, html } from '@open-wc/testing';
import * as icons from './icons.ts';

describe('icons', () => {
  for (const [name, icon] of Object.entries(icons)) {
    it(`${name} stays within its square and is not read out`, async () => {
      const drawing = await fixture<SVGSVGElement>(html`${icon()}`);
      const { x, y, width, height } = drawing.getBBox();
      expect(Math.min(x, y)).to.be.at.least(1);
      expect(Math.max(x + width, y + height)).to.be.at.most(19);
      expect(Math.max(width, height)).to.be.at.least(7);
      expect(drawing.getAttribute('aria-hidden')).to.equal('true');
    });
  }
});
