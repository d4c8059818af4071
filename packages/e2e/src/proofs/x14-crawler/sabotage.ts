import { type Finding, finding, type ProofSetting } from '../proof.ts';
import { lookAt } from '../x12-states/look-at.ts';
import { plantIn, type Thing } from '../x12-states/sabotage.ts';
import { Crawl, Memory, type Report } from './crawl.ts';
import { House, type Look, type Start } from './house.ts';

interface Plant {
  readonly name: string;
  readonly things: readonly Thing[];
  /** Runs in the page, with the last of the things, each time the page is opened. */
  readonly spoil?: (thing: Element) => void;
  /** It shows once it is pressed. */
  readonly isPressed?: boolean;
  readonly isNoticed: (report: Report) => boolean;
}

const inStates = (words: string) => ({ seen }: Report) => seen.some(({ problems }) => problems.some((one) => one.includes(words)));
const inActs = (words: string) => ({ done }: Report) => done.some(({ problems }) => problems.some((one) => one.startsWith(words)));

/** Each of them is what a careless change could bring. */
const PLANTS: readonly Plant[] = [
  { name: 'a grey button', things: [{ tag: 'button', says: 'Grey' }], spoil: (thing) => thing.setAttribute('disabled', ''), isNoticed: inStates('barred without a reason: button “Grey”') },
  { name: 'a button that lets no pointer through', things: [{ tag: 'button', says: 'Ghost', css: 'pointer-events: none' }], isNoticed: inStates('barred without a reason: button “Ghost”') },
  {
    name: 'a dead end',
    things: [{ tag: 'p', says: 'Here it ends.' }],
    spoil: (thing) => {
      for (const one of thing.parentNode?.querySelectorAll<HTMLElement>('*') ?? []) if (one !== thing) one.style.display = 'none';
    },
    isNoticed: inStates('a dead end'),
  },
  {
    name: 'a refusal with no way out',
    things: [{ tag: 'p', says: 'No.' }],
    spoil: (thing) => {
      const message = document.createElement('fp-status-message');
      message.setAttribute('part', 'refusal');
      thing.after(message);
      message.append(thing);
    },
    isNoticed: inStates('no way out of fp-status-message'),
  },
  { name: 'a button without effect', things: [{ tag: 'button', says: 'Idle' }], isPressed: true, isNoticed: inActs('nothing happens on button “Idle”') },
  {
    name: 'a button that goes with the focus',
    things: [{ tag: 'button', says: 'Gone' }],
    spoil: (thing) => thing.addEventListener('click', () => thing.remove()),
    isPressed: true,
    isNoticed: inActs('focus is lost after button “Gone”'),
  },
  { name: 'an image without a name', things: [{ tag: 'img' }], isNoticed: ({ seen }) => seen.some(({ sight }) => sight.axe.some((one) => one.startsWith('image-alt'))) },
  { name: 'a thing wider than the window', things: [{ tag: 'div', css: 'inline-size: 3000px; block-size: 1px' }], isNoticed: ({ seen }) => seen.some(({ sight }) => sight.beyond > 0) },
];

/** A page with little on it. */
const TAG = 'fp-checkout';

/** The twin of the proof: what must not be is noticed where it is planted. */
export async function sabotage({ stage, seed }: ProofSetting, look: Look, start: Start): Promise<Finding> {
  const house = await House.enter(stage, look);
  const cases: (string | undefined)[] = [];
  for (const { name, things, spoil, isPressed = false, isNoticed } of PLANTS) {
    house.opened = () => plantIn(house.page, TAG, things, spoil);
    const bounds = { acts: isPressed ? 12 : 0, times: 1 };
    const report = await new Crawl({ house, start, look: look.name, seed, bounds, memory: new Memory(), lookAt: () => lookAt(house.page, 'main') }).run();
    cases.push(isNoticed(report) ? undefined : `${name} was not noticed: ${JSON.stringify([...report.seen, ...report.done].flatMap(({ problems }) => problems))}`);
  }
  await house.page.context().close();
  return finding('sabotage: what bars, ends, or loses is noticed when it is planted', `${cases.filter((one) => !one).length} of ${cases.length} noticed`, cases);
}
