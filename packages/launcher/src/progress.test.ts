import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { worldProgress } from './progress.ts';

/** Told to a terminal: the rest of this line is not wanted. */
const CLEAR = '\u001B[K';

/** A load of a thousand customers that takes `milliseconds` for each, as somebody sees it. */
function watched(milliseconds: number, isTTY: boolean): string {
  let now = 0;
  let seen = '';
  const progress = worldProgress({ isTTY, write: (text) => (seen += text) }, () => now);
  for (let done = 0; done <= 1000; done += 1) {
    progress(done, 1000);
    now += milliseconds;
  }
  return seen;
}

describe('the loading of a world', () => {
  it('is not worth a word when it is quick', () => {
    assert.equal(watched(0.9, true), '');
    assert.equal(watched(0.9, false), '');
  });

  it('is told in a line for each tenth where nobody sees a bar', () => {
    const lines = watched(300, false).trimEnd().split('\n');
    assert.equal(lines.length, 10);
    assert.equal(lines[0], 'World: 10 %, 100 of 1,000 customers, 5 min left');
    assert.equal(lines[8], 'World: 90 %, 900 of 1,000 customers, 30 s left');
    assert.equal(lines[9], 'World: 1,000 of 1,000 customers, making its indexes');
  });

  it('is a bar on a terminal, drawn over itself and left whole at the end', () => {
    const drawn = watched(10, true).replaceAll(CLEAR, '<clear>').split('\r').slice(1);
    assert.ok(drawn.length > 20 && drawn.length <= 50, `${drawn.length} times`);
    assert.match(drawn[10] ?? '', /^\[#+-+\] World: \d\d %, \d+ of 1,000 customers, \d s left<clear>$/);
    assert.match(drawn.at(-1) ?? '', /^\[#{24}\] World: 1,000 of 1,000 customers, making its indexes<clear>\n$/);
    assert.ok(drawn.slice(0, -1).every((line) => !line.includes('\n')));
  });
});
