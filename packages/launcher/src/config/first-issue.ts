import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** The setting an issue is about and what is wrong with it, as one line. */
function sentence(issue: Issue): string {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const key = [...issue.path.map(String), issue.keys[0]].join('.');
    return `${key} is not a setting`;
  }
  return `${path} ${issue.message}`.trim();
}

/** What to tell the operator: the first thing wrong, because one line is what they get. */
export function firstIssue(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return (issue ? sentence(issue) : error.message).replace(/\s+/g, ' ');
}
