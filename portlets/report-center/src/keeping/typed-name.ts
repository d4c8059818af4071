import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

const TypedName = z.object({ id: z.string(), at: z.string(), name: z.string().check(z.maxLength(80)) });

/** A name that is typed and not saved yet; `id` is the report's, empty for one that is new; `at` the one that was on show. */
export type TypedName = z.infer<typeof TypedName>;

export const nameDraft = (person: string) => new Draft<TypedName>('report-center', person, TypedName);
