import { serviceId } from '../service/realize.ts';
import type { Account } from './accounts.ts';
import type { Ada } from './cast.ts';
import { goodwillLabel, toldGoodwill } from './charges.ts';
import { type Company, holderOf } from './company.ts';
import { type Draft, known } from './draft.ts';
import type { Line } from './lines.ts';
import { partyRef } from './parties.ts';
import type { Dice } from './random.ts';
import { DAY, iso } from './zone.ts';
import { type TicketPlan, type TicketStatus, writeTicket } from './tickets.ts';

/** A test of a line, of the evening before last. */
function writeTest(draft: Draft, account: Account, line: Line): void {
  const at = iso(draft.now - 2 * DAY);
  const reading = (metricName: string, unitOfMeasure: string, value: number) => ({ metricName, unitOfMeasure, captureDateTime: at, captureMethod: 'remote', accuracy: 0.1, value: { name: metricName, valueType: 'number', value }, ruleViolation: [] });
  draft.add('serviceTest', {
    id: draft.id('test', line.id),
    name: 'Line test',
    description: 'Looked at the line from our side.',
    mode: 'ONDEMAND',
    state: 'completed',
    startDateTime: at,
    endDateTime: at,
    lastUpdate: at,
    relatedService: { id: serviceId(line.id), '@referredType': 'Service' },
    relatedParty: [partyRef(account.owner, 'customer')],
    testSpecification: { id: draft.id('test specification', 'line'), name: 'Line test', '@referredType': 'ServiceTestSpecification' },
    testMeasure: [reading('noiseMargin', 'dB', 9.4), reading('packetLoss', '%', 0.1)],
    characteristic: [{ name: 'verdict', valueType: 'string', value: 'good' }, { name: 'advice', valueType: 'string', value: 'Your line is in order. If something is slow all the same, try it near the modem or by cable.' }],
  });
}

export function writeAdasTickets(draft: Draft, { person, home, mobile, internet, television, phone }: Ada): void {
  const tickets: Omit<TicketPlan, 'raisedBy'>[] = [
    {
      label: 'slow', account: home, line: internet, status: 'inProgress', raised: 2, type: 'incident', severity: 'Major',
      title: 'Internet is slow in the evening', description: 'Between eight and eleven in the evening films stop and video calls freeze. In the morning all is well.',
      remarks: [
        { hours: 5, text: 'Thank you for the times. We measure your line for two evenings.' },
        { hours: 26, text: 'It was slow again last night, from half past eight on.', author: person },
        { hours: 30, text: 'We see it too. A technician changes a card in the street cabinet.' },
      ],
    },
    {
      label: 'picture', account: home, line: television, status: 'pending', raised: 4, type: 'incident', severity: 'Minor',
      title: 'Picture breaks up on two channels', description: 'Squares in the picture on the news and the sport channel.',
      remarks: [{ hours: 9, text: 'Please tell us the number on the underside of your TV box. We then send you the right part.' }],
    },
    {
      label: 'roaming', account: mobile, line: phone, status: 'acknowledged', raised: 0, type: 'complaint', severity: 'Minor',
      title: 'Charged for roaming in Switzerland', description: 'My last bill has two days of roaming outside the EU, but I was in Zurich, where my add-on lets me use the line as at home.',
    },
    {
      label: 'move', account: home, line: internet, status: 'resolved', raised: 9, hours: 130, type: 'request', severity: 'Minor',
      title: 'Where is my socket?', description: 'We have redone the hall. Which of the three sockets is live?',
      remarks: [{ hours: 60, text: 'The one beside the front door. The other two can go.' }, { hours: 80, text: 'Found it, thanks!', author: person }],
    },
    {
      label: 'dead', account: home, line: internet, status: 'closed', raised: 95, hours: 12, type: 'incident', severity: 'Critical',
      title: 'No internet since this morning', description: 'The light on the router has been red since seven.',
      remarks: [{ hours: 2, text: 'A digger cut the cable in your street. We are on the way.' }, { hours: 9, text: 'The cable is mended and your line is up.' }],
    },
    {
      label: 'card', account: mobile, line: phone, status: 'cancelled', raised: 150, type: 'request', severity: 'Minor',
      title: 'New card for my phone', description: 'My phone does not find its card.', remarks: [{ hours: 1, text: 'It works again, never mind.', author: person }],
    },
  ];
  for (const ticket of tickets) writeTicket(draft, { ...ticket, raisedBy: person });
  writeTest(draft, home, internet);
}

const INCIDENTS = ['Site is offline', 'Calls drop after a minute', 'Packet loss towards the data centre', 'Only one of two ways is up'];
const COMPANY_STATUSES: readonly TicketStatus[] = ['acknowledged', 'inProgress', 'pending', 'held', 'resolved', 'closed', 'closed', 'rejected', 'closed', 'inProgress'];

export function writeCompanyTickets(draft: Draft, { admin, accounts, services }: Company): void {
  for (const [index, status] of COMPANY_STATUSES.entries()) {
    const line = known(services[index % services.length], 'service');
    const account = holderOf({ accounts }, line);
    const open = ['acknowledged', 'inProgress', 'pending', 'held', 'resolved'].includes(status);
    writeTicket(draft, {
      label: `company ${index}`, account, line, raisedBy: admin, status,
      raised: open ? index * 0.5 : 6 + index * 17,
      title: known(INCIDENTS[index % INCIDENTS.length], 'incident'),
      description: `Seen at ${line.identifier}. Our people on site can be reached from six in the morning.`,
      type: 'incident',
      severity: index % 3 === 0 ? 'Critical' : 'Major',
      remarks: status === 'acknowledged' ? [] : [
        { hours: 1, text: 'We have your report and look at the line.' },
        { hours: 3, text: 'Our loading bays stand still, please hurry.', author: admin },
        ...(status === 'pending' ? [{ hours: 5, text: 'Please switch the router off and on, and tell us which lights are on.' }] : []),
        ...(status === 'closed' || status === 'resolved' ? [{ hours: 6, text: 'A card was changed and the line is up again.' }] : []),
      ],
    });
  }
}

/** The tickets that ended with a credit on one of the last bills. */
export function writeGoodwillTickets(draft: Draft, account: Account): void {
  const [line] = account.lines;
  if (!line) return;
  const raisedBy = line.user.kind === 'Individual' ? line.user : account.owner;
  for (const { month, charge } of toldGoodwill(draft, account)) {
    writeTicket(draft, {
      label: goodwillLabel(month), account, line, raisedBy, status: 'closed', raised: (draft.now - charge.at) / DAY + 3, hours: 60, type: 'complaint', severity: 'Minor',
      title: 'It did not work as it should', description: 'For some evenings we could not use what we pay for.',
      remarks: [{ hours: 4, text: 'We are sorry. The fault was ours, and it is mended.' }, { hours: 50, text: `On your bill: ${charge.name}.` }],
    });
  }
}

interface Complaint {
  type: TicketPlan['type'];
  title: string;
  description: string;
}

const COMPLAINTS: readonly Complaint[] = [
  { type: 'incident', title: 'No signal at home', description: 'Since the weekend there is no signal in any room.' },
  { type: 'incident', title: 'Router restarts by itself', description: 'It restarts two or three times a day, always in the afternoon.' },
  { type: 'complaint', title: 'I do not understand a charge', description: 'There is a charge for special numbers on my bill, and nobody here called one.' },
  { type: 'request', title: 'Please change my address', description: 'I move at the end of next month and take the line with me.' },
  { type: 'request', title: 'Paper bill', description: 'I would like my bill by post as well.' },
  { type: 'complaint', title: 'Nobody came', description: 'The technician was due between eight and twelve and did not come.' },
];
const STATUSES: readonly TicketStatus[] = ['closed', 'closed', 'inProgress', 'resolved', 'acknowledged', 'pending', 'cancelled', 'held'];

export function writeOtherTickets(draft: Draft, account: Account): void {
  const dice = draft.dice('tickets', account.id);
  const count = dice.between(0, 4);
  for (let index = 0; index < count; index += 1) writeOtherTicket(draft, account, dice, index);
}

function writeOtherTicket(draft: Draft, account: Account, dice: Dice, index: number): void {
  const line: Line = dice.pick(account.lines);
  const status = dice.pick(STATUSES);
  const raised = status === 'closed' || status === 'cancelled' ? dice.between(8, 300) : dice.between(1, 4);
  const raisedBy = line.user.kind === 'Individual' ? line.user : account.owner;
  const answered = status !== 'acknowledged' && status !== 'cancelled';
  writeTicket(draft, {
    label: `other ${index}`, account, line, raisedBy, status, raised, ...dice.pick(COMPLAINTS),
    severity: dice.pick(['Major', 'Minor', 'Minor']),
    remarks: answered ? [{ hours: 3, text: 'Thank you for telling us. We look into it.' }] : [],
  });
}

/** One customer in eight had something to ask, and of those few still wait for the end of it. */
export function writeBriefTickets(draft: Draft, account: Account): void {
  const dice = draft.dice('tickets', account.id);
  const [line] = account.lines;
  if (!line || !dice.chance(1 / 8)) return;
  const isOver = dice.chance(0.97);
  const status = isOver ? 'closed' : dice.pick(['inProgress', 'resolved', 'pending'] as const);
  writeTicket(draft, {
    label: 'other 0', account, line, raisedBy: account.owner, status, raised: isOver ? dice.between(8, 600) : dice.between(1, 4), ...dice.pick(COMPLAINTS),
    severity: 'Minor',
    remarks: [{ hours: 3, text: 'Thank you for telling us. We look into it.' }],
  });
}
