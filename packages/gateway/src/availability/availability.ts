import type { Availability, Line, SiteCheck, SiteCheckList, SiteCheckRequest } from '@faceplate/contracts';
import { addressWords } from '../places/address-words.ts';
import { housesNamed, keyOf, placeById } from '../places/places.backend.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import type { Call } from '../routing/route.ts';
import { orGap } from '../tmf/gather.ts';
import { type Asked, checkedLines, linesAt } from './availability.backend.ts';
import { interestAt } from './interests.ts';

const quickest = (one: Line, other: Line) => Number(other.now) - Number(one.now) || other.download.really - one.download.really || one.from.localeCompare(other.from);

/** What reaches one place: each line with whether it can be had now, and, with none now, why and what helps. */
export async function availabilityAt(call: Call, placeId: string): Promise<Availability> {
  const [place, known, mine] = await Promise.all([placeById(call, placeId), linesAt(call, { id: placeId }), interestAt(call, placeId)]);
  const technologies = [...new Set(known.map(({ technology }) => technology))];
  const [any, ...each] = await checkedLines(call, [{ asked: { id: placeId } }, ...technologies.map((technology) => ({ asked: { id: placeId }, technology }))]);
  const now = new Map(technologies.map((technology, index) => [technology, each[index]?.line]));
  const lines = known.map((line): Line => {
    const upTo = now.get(line.technology)?.download.upTo ?? line.download.upTo;
    return { ...line, download: { ...line.download, ...(upTo !== undefined && { upTo }) }, now: now.get(line.technology) !== undefined };
  });
  return {
    place: { id: place.id, text: place.text },
    lines: lines.toSorted(quickest),
    obstacles: any?.obstacles ?? [],
    ...(mine.interest && { interest: mine.interest }),
    gaps: mine.gaps,
  };
}

/** Many sites at once, each named by its id or as in a table. */
export async function sitesChecked(call: Call<unknown, unknown, SiteCheckRequest>): Promise<SiteCheckList> {
  const { sites, download } = call.body;
  const words = sites.map(({ place }) => (OPAQUE_ID.test(place) ? undefined : addressWords(place)));
  const found = await orGap('TMF673', housesNamed(call, words.flatMap((one) => one ?? [])));
  const houses = words.map((one) => one && found.value?.get(keyOf(one)));
  const asked = sites.map(({ place }, index): Asked => (words[index] === undefined ? { id: place } : (idOf(houses[index]) ?? { name: place })));
  const answers = await checkedLines(call, asked.map((one) => ({ asked: one, download })));
  const items = sites.map(({ ref, place }, index): SiteCheck => {
    const house = houses[index];
    const { line, obstacles = [] } = answers[index] ?? {};
    return { ref, asked: place, obstacles, ...(house && { place: { id: house.id, text: house.text } }), ...(line && { line }) };
  });
  return { items, served: items.filter(({ line }) => line !== undefined).length, gaps: found.gaps };
}

const idOf = (house: { id: string } | undefined): Asked | undefined => house && { id: house.id };
