import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** Our own words stay as they are; the library's are about types, and say "Invalid input". */
function complaint(issue: Issue): string {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return issue.message;
  if (issue.message.endsWith('received undefined')) return 'is missing';
  return issue.expected === 'object' ? 'must be a group of settings' : `must be a ${issue.expected}`;
}

/** The setting an issue is about and what is wrong with it, as one line. */
function sentence(issue: Issue): string {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const key = [...issue.path.map(String), issue.keys[0]].join('.');
    return `${key} is not a setting`;
  }
  return `${path || 'the file'} ${complaint(issue)}`;
}

/** What to tell the operator: the first thing wrong, because one line is what they get. */
export function firstIssue(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return (issue ? sentence(issue) : error.message).replace(/\s+/g, ' ');
}
