import { expect } from '@open-wc/testing';
import { ACCEPTED, waitingFile } from './waiting-file.ts';

const bytesOf = (content: string) => Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));

/** A picture that no format can make small: every dot is another. */
async function photograph(side: number, type: string): Promise<File> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d')!;
  const dots = context.createImageData(side, side);
  for (let at = 0; at < dots.data.length; at += 65_536) crypto.getRandomValues(dots.data.subarray(at, at + 65_536));
  context.putImageData(dots, 0, 0);
  return new File([await canvas.convertToBlob({ type })], 'meter.png', { type });
}

describe('a file that waits to be sent', () => {
  it('keeps its name, as far as there is room, and every byte', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
    const waiting = await waitingFile(new File([bytes], `${'n'.repeat(130)}.pdf`, { type: 'application/pdf' }));
    expect(waiting?.name).to.equal('n'.repeat(120));
    expect([...bytesOf(waiting?.content ?? '')]).to.deep.equal([...bytes]);
  });

  it('is a smaller picture where a photograph is too large', async () => {
    const waiting = await waitingFile(new File([await (await photograph(700, 'image/png')).arrayBuffer()], 'small.png', { type: 'image/png' }));
    const bytes = bytesOf(waiting?.content ?? '');
    expect([...bytes.subarray(0, 3)], 'a JPEG').to.deep.equal([0xff, 0xd8, 0xff]);
    expect(bytes.length).to.be.within(10_000, 512 * 1024);
  });

  it('is none where it would not be taken', async () => {
    const files = [
      new File([], 'empty.txt', { type: 'text/plain' }),
      new File(['MZ'], 'virus.exe', { type: 'application/x-msdownload' }),
      new File(['?'], 'unknown', { type: '' }),
      new File([new Uint8Array(600 * 1024)], 'long.pdf', { type: 'application/pdf' }),
      new File([new Uint8Array(600 * 1024)], 'broken.png', { type: 'image/png' }),
    ];
    for (const file of files) expect(await waitingFile(file), file.name).to.equal(undefined);
    expect(ACCEPTED).not.to.include('svg');
  });
});
