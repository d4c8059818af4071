import type { Gap } from '@faceplate/contracts';
import { servicesOf } from '../desk/tests.ts';
import { factsOf } from '../policy/facts.ts';
import { optional, productOf } from '../products/products.adapter.ts';
import { productsBackend } from '../products/products.backend.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach } from '../tmf/gather.ts';
import { records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';

/** A product of mine, as incidents and planned work name it. */
export interface OwnService {
  id: string;
  name: string;
  identifier?: string;
  /** Where it comes to: an address by its id, and in words. */
  placeId?: string;
  place?: string;
  /** TMF638 ids behind it. */
  services: readonly string[];
  isActive: boolean;
  /** I may report a fault of it. */
  mayReport: boolean;
}

export interface OwnServices {
  /** Missing where the inventory could not be asked: then nobody can say which are hit. */
  services?: readonly OwnService[];
  gaps: Gap[];
}

/** Everything of mine that can be hit (TMF637). */
export async function ownServices(call: Call): Promise<OwnServices> {
  const { value: products, gaps } = await orGap('TMF637', productsBackend(call).products());
  if (!products) return { gaps };
  const setting = settingOf(call);
  const found = readEach('TMF637', products, (body): OwnService | undefined => {
    const product = productOf(body, setting);
    if (!product) return undefined;
    const { id, name, identifier, status } = product;
    const [place] = records(body, 'place');
    const isActive = status === 'active' || status === 'suspended';
    return { id, name, services: servicesOf(body), isActive, mayReport: call.allows(factsOf(body), 'ticket.raise'), ...optional({ identifier, placeId: text(place, 'id'), place: text(place, 'name') }) };
  });
  return { services: found.items, gaps: found.gaps };
}
