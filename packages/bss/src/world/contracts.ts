import { definitionOf } from '../definitions/definitions.ts';
import type { Company } from './company.ts';
import { type Draft, known } from './draft.ts';
import { productRef } from './lines.ts';
import { partyRef } from './parties.ts';
import { addMonths } from './products.ts';
import { DAY, dayIn, iso } from './zone.ts';

/** The frame contract of the company and what each site has under it. */
export function writeContracts(draft: Draft, { accounts, services }: Company): void {
  const specification = writeSpecification(draft);
  const frame = writeFrame(draft, specification, { accounts, services });
  for (const account of accounts.slice(1)) {
    const lines = services.filter((line) => account.lines.includes(line));
    if (lines.length === 0) continue;
    const start = Math.min(...lines.map(({ startedAt }) => startedAt));
    draft.add('agreement', {
      id: draft.id('agreement', account.id),
      name: `Services of ${account.name}`,
      agreementType: 'service schedule',
      description: 'What a unit has under the frame contract.',
      status: 'active',
      version: '1',
      initialDate: iso(start),
      agreementPeriod: { startDateTime: iso(start), endDateTime: iso(addMonths(start, 48)) },
      agreementSpecification: specification,
      associatedAgreement: [frame],
      engagedParty: [partyRef(account.owner, 'customer')],
      agreementItem: lines.map((line) => ({ product: [productRef(line)], termOrCondition: [{ id: line.id, description: 'Availability as in the service level agreement of the line.' }] })),
    });
  }
}

function writeSpecification(draft: Draft) {
  const id = draft.id('agreement specification', 'frame');
  const name = 'Frame contract for business services';
  draft.add('agreementSpecification', {
    id,
    name,
    description: 'Prices, notice and liability for all services of a company.',
    version: '2.1',
    lifecycleStatus: 'Active',
    isBundle: false,
    lastUpdate: iso(dayIn(draft.month - 30)),
    attachment: [{ id: draft.id('attachment', 'frame'), name: 'frame-contract-2.1.pdf', mimeType: 'application/pdf', description: 'The terms in full', url: 'https://meridian.example/terms/frame-contract-2.1.pdf' }],
  });
  return { id, href: `${definitionOf('agreementSpecification').path}/${id}`, name, '@referredType': 'AgreementSpecification' };
}

function writeFrame(draft: Draft, agreementSpecification: object, { accounts, services }: Pick<Company, 'accounts' | 'services'>) {
  const central = known(accounts[0], 'account of the group');
  const id = draft.id('agreement', 'frame', central.owner.id);
  const name = `Frame contract ${central.owner.name}`;
  const start = Math.min(...services.map(({ startedAt }) => startedAt));
  const offers = new Map(services.map(({ offer }) => [offer.id, offer]));
  draft.add('agreement', {
    id,
    name,
    agreementType: 'frame contract',
    description: 'All units order under this contract.',
    documentNumber: draft.dice('agreement', id).between(100_000, 999_999),
    status: 'active',
    version: '1',
    statementOfIntent: 'One contract, one price list, one bill for each unit.',
    initialDate: iso(start - 20 * DAY),
    agreementPeriod: { startDateTime: iso(start), endDateTime: iso(addMonths(start, 60)) },
    agreementSpecification,
    agreementAuthorization: [{ date: iso(start - 14 * DAY), signatureRepresentation: 'signed on paper', state: 'approved' }],
    engagedParty: [partyRef(central.owner, 'customer')],
    characteristic: [{ name: 'noticeMonths', valueType: 'number', value: 3 }],
    agreementItem: [...offers.values()].map((offer) => ({
      productOffering: [{ id: offer.id, name: offer.name, '@referredType': 'ProductOffering' }],
      termOrCondition: [{ id: `${offer.id}-term`, description: `Commitment of ${offer.family.term} months for each line.` }],
    })),
  });
  return { id, href: `${definitionOf('agreement').path}/${id}`, name, '@referredType': 'Agreement' };
}
