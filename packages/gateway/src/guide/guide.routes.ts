import { Guide, Shortlist, ShortlistRequest } from '@faceplate/contracts';
import { shortlist } from '@faceplate/domain';
import { isSold, judged, readCatalogue } from '../offers/catalogue.ts';
import { readShopper } from '../offers/judge.ts';
import { offersBackend } from '../offers/offers.backend.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { settingOf } from '../tmf/setting.ts';
import { questionsOf, wishesOf } from './guide.adapter.ts';
import { knownAnswers } from './known.ts';

/** Every offer on sale, each with what stands between it and this customer. */
async function candidatesFor(call: Call) {
  const [catalogue, { applicant }] = await Promise.all([readCatalogue(call), readShopper(call)]);
  const sold = catalogue.entries.filter((entry) => isSold(entry, settingOf(call).today));
  return sold.map((entry) => ({ offer: judged(entry, applicant, catalogue), traits: entry.traits }));
}

export const guideRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/guide',
    summary: 'The questions that lead to an offer, and which of them your own use answers already.',
    answer: Guide,
    policy: { action: 'offer.read' },
    handle: async (call) => {
      const questions = questionsOf(await offersBackend(call).guide());
      const known = await knownAnswers(call, questions);
      return { questions, ...(known.length > 0 && { known }) };
    },
  }),
  route({
    method: 'POST',
    path: '/guide/shortlist',
    summary: 'At most three offers for the answers given, best first.',
    body: ShortlistRequest,
    answer: Shortlist,
    policy: { action: 'offer.read' },
    handle: async (call) => {
      const [guide, candidates] = await Promise.all([offersBackend(call).guide(), candidatesFor(call)]);
      return shortlist(candidates, wishesOf(questionsOf(guide), call.body.answers));
    },
  }),
];
