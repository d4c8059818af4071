import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { elements } from './elements.ts';

let root = '';

before(() => {
  root = mkdtempSync(join(tmpdir(), 'faceplate-elements-'));
  mkdirSync(join(root, 'portlets/x/src'), { recursive: true });
});

after(() => {
  rmSync(root, { recursive: true });
});

async function told(documentation: string, template: string, members = ''): Promise<string[]> {
  const text = `import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
/**
${documentation}
 */
export class XElement extends LitElement {
  ${members}
  override render() {
    return html\`${template}\`;
  }
}
`;
  writeFileSync(join(root, 'portlets/x/src/x.element.ts'), text);
  const { findings } = await elements.run({ root, room: undefined });
  return findings.map(({ message }) => message);
}

const NAMED = ' * Shows x.\n * @tagname fp-x';

test('an element whose slots, parts and events are documented is in order', async () => {
  const documentation = `${NAMED}\n * @slot - What is shown.\n * @slot help - Help.\n * @csspart total - The sum.\n * @fires {XSentEvent} fp-x-sent - It was sent.`;
  const template = '<p part="total"><slot></slot><slot name="help"></slot></p>';
  assert.deepEqual(await told(documentation, template, '#send() { this.dispatchEvent(new XSentEvent()); }'), []);
});

test('an element without a word for its purpose or a tag is told', async () => {
  assert.deepEqual(await told(' *', '<p></p>'), ['XElement does not say what it is for.', 'XElement has no @tagname.']);
});

test('a part, a slot, an event and an attribute that nobody documented are told', async () => {
  const members = '@property() amount = 0;\n  #send() { this.dispatchEvent(new XSentEvent()); }';
  assert.deepEqual(await told(NAMED, '<p part="total row"><slot name="help"></slot></p>', members), [
    'attribute "amount" is not described.',
    'part "total" is in the template and not documented.',
    'part "row" is in the template and not documented.',
    'slot "help" is in the template and not documented.',
    'fires XSentEvent, which no @fires describes.',
  ]);
});
