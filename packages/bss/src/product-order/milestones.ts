/** The way of an order's line, in order: TMF622 v5's milestones, carried as an extension in v4. */
export const STEPS = ['captured', 'checked', 'scheduled', 'in-progress', 'done'] as const;
type Step = (typeof STEPS)[number];
export type Words = Partial<Record<Step, string>>;

const WORDS: Record<Step, string> = {
  captured: 'We have your order',
  checked: 'We have checked your order',
  scheduled: 'A date is set',
  'in-progress': 'We are working on it',
  done: 'It is ready to use',
};

interface Milestone {
  id: string;
  name: string;
  description: string;
  status: 'Yet-To-Reach' | 'Completed' | 'Violated';
  /** When it was reached; before that, when it is expected. */
  milestoneDate: string;
  '@type': 'Milestone';
}

/** A line's milestones, the first `reached` of them behind it. `dates`: one instant a step; `words`: what this kind of line says of a step. */
export function milestonesAt(dates: readonly number[], reached: number, now: number, words: Words = {}): Milestone[] {
  return STEPS.map((name, index) => {
    const date = dates[index] ?? now;
    const open = date < now ? 'Violated' : 'Yet-To-Reach';
    return {
      id: name,
      name,
      description: words[name] ?? WORDS[name],
      status: index < reached ? 'Completed' : open,
      milestoneDate: new Date(date).toISOString(),
      '@type': 'Milestone',
    };
  });
}
