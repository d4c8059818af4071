import * as z from 'zod';

/** What a report calls itself; the number grows when a reader of the old form would misread the new. */
export const FORMAT = 'faceplate-probe';
export const FORMAT_VERSION = 1;

const Verdict = z.enum(['full', 'degraded', 'absent', 'unknown']);
const Limit = z.enum(['incomplete', 'slow', 'no-details', 'no-parts']);
const Standing = z.enum(['present', 'forbidden', 'failing', 'unreachable', 'unclear', 'absent']);
const State = z.enum(['good', 'limited', 'broken', 'empty', 'forbidden', 'failing', 'unreachable', 'unclear', 'absent']);
const Known = z.enum(['yes', 'no', 'unknown']);

/** One request, without any value. */
const Evidence = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'OPTIONS']),
  path: z.string(),
  status: z.union([z.int(), z.enum(['refused', 'unknown-host', 'certificate', 'timeout', 'broken-off', 'too-large', 'not-asked'])]),
  /** Milliseconds. */
  ms: z.number(),
  excerpt: z.string().optional(),
});

const Finding = z.strictObject({
  id: z.string(),
  severity: z.enum(['breaks', 'limits', 'note']),
  says: z.string(),
  limit: Limit.optional(),
  evidence: z.array(Evidence),
});

const Resource = z.strictObject({
  resource: z.string(),
  state: State,
  /** Rows that were looked at, not how many there are. */
  rows: z.int(),
  takesNew: Known,
  takesChanges: Known,
  findings: z.array(Finding),
});

const ApiVersion = z.strictObject({
  version: z.enum(['v4', 'v5']),
  standing: Standing,
  base: z.string().optional(),
  hub: Known,
  evidence: z.array(Evidence),
  resources: z.array(Resource),
});

const Api = z.strictObject({
  api: z.string(),
  title: z.string(),
  /** The version Faceplate would speak here. */
  chosen: z.enum(['v4', 'v5']).optional(),
  versions: z.array(ApiVersion),
  /** It is there in a generation before v4, which Faceplate does not speak. */
  older: Evidence.optional(),
});

const Judged = z.strictObject({
  verdict: Verdict,
  because: z.array(z.string()),
  notices: z.array(z.string()),
  limits: z.array(Limit),
});

const Feature = Judged.extend({ id: z.string(), name: z.string(), group: z.string(), now: z.boolean(), asks: z.array(z.string()) });

export const Report = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** RFC 3339 in UTC. */
  at: z.iso.datetime(),
  /** The address that was read, without credentials or query. */
  base: z.string(),
  requests: z.int(),
  milliseconds: z.number(),
  documents: z.array(z.string()),
  /** Nouns of the self-service API: what the gateway takes. */
  nouns: z.record(z.string(), Judged),
  features: z.array(Feature),
  apis: z.array(Api),
});
export type Report = z.infer<typeof Report>;
export type ReportApi = Report['apis'][number];
export type ReportFeature = Report['features'][number];
