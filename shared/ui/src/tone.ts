import type { TemplateResult } from 'lit';
import { criticalIcon, infoIcon, neutralIcon, noticeIcon, positiveIcon } from './icons.ts';

/** What a state means for the customer; each tone has a shape of its own beside its colour. */
export type Tone = 'neutral' | 'positive' | 'notice' | 'critical' | 'info';

const SHAPES: Record<Tone, () => TemplateResult> = {
  neutral: neutralIcon,
  positive: positiveIcon,
  notice: noticeIcon,
  critical: criticalIcon,
  info: infoIcon,
};

export function toneIcon(tone: Tone): TemplateResult {
  return (SHAPES[tone] ?? neutralIcon)();
}
