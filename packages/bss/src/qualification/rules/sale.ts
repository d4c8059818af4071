import type { Offering } from '../../catalogue/offering.ts';
import { dayInWords } from '../../catalogue/read.ts';
import { type SaleObstacle, saleObstacle } from '../../catalogue/sale.ts';
import { chooseOther, instantOf, type Reason, reason, waitUntil } from '../reason.ts';
import type { Rule } from '../situation.ts';

function saleReason({ name }: Offering, obstacle: SaleObstacle): Reason {
  switch (obstacle.kind) {
    case 'retired':
      return reason('offerRetired', `${name} is no longer sold.`, chooseOther(obstacle.successor, 'Nothing has taken its place.'), { offer: name });
    case 'noLonger':
      return reason('offerNoLongerSold', `${name} was sold until ${dayInWords(obstacle.until)}.`, chooseOther(obstacle.successor, 'Nothing has taken its place.'), { offer: name, on: instantOf(obstacle.until) });
    case 'notYet':
      return reason('offerNotYetSold', `${name} is not sold yet.`, waitUntil(obstacle.from, 'It can be ordered'), { offer: name });
    case 'notAlone':
      return reason('offerNotSoldAlone', `${name} is not sold by itself.`, chooseOther(obstacle.bundles[0], 'No bundle contains it at present.'), { offer: name });
    case 'notReady':
      return reason('offerNotReady', `${name} is still being prepared.`, { action: 'none', label: 'It cannot be ordered before it is put on sale.' }, { offer: name });
  }
}

/** Only what is newly bought must be on sale: an old plan stays with whoever has it. */
export const saleRule: Rule = ({ wanted: { offering, action, target }, catalogue, now }) => {
  const isNew = action === 'add' || (action === 'modify' && target?.offering?.id !== offering.id);
  const obstacle = isNew ? saleObstacle(offering, catalogue.offerings, now) : undefined;
  return obstacle ? [saleReason(offering, obstacle)] : [];
};

/** An offering for companies is not for consumers, nor the other way round. */
export const segmentRule: Rule = ({ wanted: { offering, action }, applicant }): Reason[] => {
  const segment = applicant?.segment;
  if (action === 'delete' || segment === undefined || offering.segments.length === 0 || offering.segments.includes(segment)) return [];
  return [
    reason('segmentMismatch', `${offering.name} is made for ${offering.segments.join(' and ')} customers.`, {
      action: 'chooseOther',
      label: `Choose an offer for ${segment} customers.`,
    }, { offer: offering.name, segments: offering.segments }),
  ];
};
