import * as z from 'zod/mini';

/** Where a portlet stands in the portal: `portlet.json` of its room, checked. Third parties write these too. */
export const PortletEntry = z.object({
  /** The room's name; unique in a portal. */
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  tag: z.string().check(z.regex(/^fp-[a-z0-9-]+$/)),
  /** What navigation and page titles call it, by language; English stands in for what is missing. */
  title: z.record(z.string(), z.string()).check(z.refine((title) => title['en'] !== undefined, 'An English title is needed.')),
  /** Path from the portal's root; `:bill-id` fills the attribute of that name, `:bill-id?` may be absent. */
  route: z.string().check(z.regex(/^(\/[a-z0-9-]+|\/:[a-z][a-z0-9-]*\??)+$/)),
  /** Parameters of the query that fill the attributes of their names: `search` of `/bills?search=roaming`. */
  query: z.optional(z.array(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)))),
  /** Where it was once, so that old addresses lead here and their query with them: a path and a parameter, `/bills?by`. */
  formerly: z.optional(z.array(z.string().check(z.regex(/^(\/[a-z0-9-]+)+\?[a-z][a-z0-9-]*$/)))),
  /** Attributes it is always given here. */
  attributes: z.optional(z.record(z.string(), z.string())),
  /** What it asks of the self-service API, `noun.verb`; for whoever grants rights. */
  needs: z.array(z.string().check(z.regex(/^[a-z-]+\.[a-z-]+$/))),
  /** It has something for people who are not signed in. */
  signedOut: z.optional(z.boolean()),
  /** It has a `view="card"` fit for the home page. */
  card: z.boolean(),
  /** Events it sends to the page. */
  emits: z.array(z.string().check(z.regex(/^fp-[a-z]+(-[a-z]+)+$/))),
});
export type PortletEntry = z.infer<typeof PortletEntry>;
