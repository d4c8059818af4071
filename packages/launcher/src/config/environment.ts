import * as z from 'zod';
import { ConfigError } from './config-error.ts';
import { firstIssue } from './first-issue.ts';
import { WorldText } from './world.ts';

const quoted = (text: string) => JSON.stringify(text);

const Port = z.string().transform((text, context) => {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= 65_535) return value;
  context.addIssue({ code: 'custom', message: `must be a whole number from 0 to 65535, not ${quoted(text)}` });
  return z.NEVER;
});

/** Longer would not leave requests in flight their time within the ten seconds of a stop. */
const Drain = z
  .string()
  .regex(/^([0-3](\.\d+)?|4)$/, 'must be a number of seconds from 0 to 4')
  .transform(Number);

const PublicUrl = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` && url.username === '';
  if (isOrigin) return url.origin;
  const message = `must be an origin such as https://portal.example, without a path, not ${quoted(text)}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

// The value itself stays out of the message: it may hold a password.
const DatabaseUrl = z.string().refine((text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''), {
  message: 'must be a postgres:// address',
});

const Environment = z.object({
  PORT: Port.optional(),
  HOST: z.string().regex(/^[\w.:-]+$/, 'must be a host name or an address').optional(),
  PUBLIC_URL: PublicUrl.optional(),
  DATABASE_URL: DatabaseUrl.optional(),
  TMF_TOKEN: z.string().regex(/^[\w.~+/=-]{16,}$/, 'must be at least 16 characters that a bearer token may hold').optional(),
  METRICS_PORT: Port.optional(),
  PSP_PORT: Port.optional(),
  PSP_SECRET: z.string().regex(/^[\w.~+/=-]{16,}$/, 'must be at least 16 characters that a bearer token may hold').optional(),
  DRAIN_SECONDS: Drain.optional(),
  NODE_ENV: z.string().optional(),
  FACEPLATE_DATA: z.string().optional(),
  FACEPLATE_CONFIG: z.string().optional(),
  FACEPLATE_WORLD: WorldText.optional(),
});
export type Environment = z.infer<typeof Environment>;

const NAMES = Object.keys(Environment.shape);

/**
 * Reads our part of the environment. A variable set to nothing counts as not set.
 *
 * @throws {ConfigError} naming the first variable that is wrong, or a `FACEPLATE_…` that does not exist.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const stranger = Object.keys(env).find((name) => name.startsWith('FACEPLATE_') && !NAMES.includes(name));
  if (stranger !== undefined) throw new ConfigError(`${stranger} is not a setting`);
  const ours = NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const parsed = Environment.safeParse(Object.fromEntries(ours));
  if (!parsed.success) throw new ConfigError(firstIssue(parsed.error));
  return parsed.data;
}
