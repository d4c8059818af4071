import { Refusal } from '../problem.ts';

interface Taken {
  code: 'slot-taken' | 'number-taken';
  title: string;
  /** The field of the request that names what is gone. */
  path: string;
  /** What can be had instead, the best first; empty where nobody knows. */
  free: readonly { id: string; name: string }[];
  /** Where more of it is. */
  list: string;
}

const NAMED = 3;

/** Somebody else was faster: nothing was changed, and what is free is named. */
export function takenRefusal({ code, title, path, free, list }: Taken): Refusal {
  const choices = free.slice(0, NAMED).map(({ id, name }) => ({ id, name }));
  const remedy = choices.length > 0 ? `Free next: ${choices.map(({ name }) => name).join('; ')}.` : `Nothing was changed. ${list}`;
  return new Refusal({
    status: 409,
    code,
    title,
    detail: remedy,
    errors: [{ path, message: remedy }],
    obstacles: [{ code, family: 'stock', reason: title, remedy, way: { kind: 'choose', choices } }],
  });
}
