import type { Offering, Share } from '../catalogue/offering.ts';
import { refOf, wholeOf } from '../catalogue/read.ts';
import { objects, text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';

/** Parts of a bundle of which so many have to be taken in all; a v5 catalogue has them (`bundledGroupProductOffering`). */
export interface Group {
  id: string;
  name: string;
  least: number;
  most: number;
  parts: readonly Share[];
}

function shareIn(value: JsonObject): Share[] {
  const part = refOf(value);
  if (!part) return [];
  const [option = {}] = objects(value['bundledProductOfferingOption']);
  const least = wholeOf(option['numberRelOfferLowerLimit']) ?? 0;
  const most = Math.max(least, wholeOf(option['numberRelOfferUpperLimit']) ?? 1);
  return [{ ...part, least, most, usual: Math.min(Math.max(wholeOf(option['numberRelOfferDefault']) ?? least, least), most) }];
}

function groupOf(value: JsonObject, index: number): Group {
  const [option = {}] = objects(value['bundledGroupProductOfferingOption']);
  const parts = objects(value['bundledProductOffering']).flatMap(shareIn);
  const least = wholeOf(option['numberRelOfferLowerLimit']) ?? 0;
  const name = text(value['name']) ?? `Group ${index + 1}`;
  const all = parts.reduce((sum, { most }) => sum + most, 0);
  return { id: text(value['id']) ?? String(index + 1), name, least, most: Math.max(least, wholeOf(option['numberRelOfferUpperLimit']) ?? all), parts };
}

export const groupsOf = ({ body }: Offering): Group[] => objects(body['bundledGroupProductOffering']).map(groupOf);
