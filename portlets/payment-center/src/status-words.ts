import type { PaymentStatus } from '@faceplate/contracts';
import { msg } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

const statuses: Record<PaymentStatus, { tone: Tone; word: () => string }> = {
  'needs-you': { tone: 'notice', word: () => msg('Waits for you', { id: 'payment-center.status.needs-you', desc: 'Status of a payment: the customer has to go on' }) },
  processing: { tone: 'info', word: () => msg('Being confirmed', { id: 'payment-center.status.processing', desc: 'Status of a payment: the bank has not answered yet' }) },
  scheduled: { tone: 'info', word: () => msg('Scheduled', { id: 'payment-center.status.scheduled', desc: 'Status of a payment: taken on a day to come' }) },
  paid: { tone: 'positive', word: () => msg('Processed', { id: 'payment-center.status.paid', desc: 'Status of a payment: the money was taken' }) },
  failed: { tone: 'critical', word: () => msg('Failed', { id: 'payment-center.status.failed', desc: 'Status of a payment: nothing was taken' }) },
  abandoned: { tone: 'neutral', word: () => msg('Not finished', { id: 'payment-center.status.abandoned', desc: 'Status of a payment: the customer did not go on' }) },
  returned: { tone: 'critical', word: () => msg('Sent back', { id: 'payment-center.status.returned', desc: 'Status of a payment: the bank took the money back' }) },
};
export const statusOf = (status: PaymentStatus) => ({ tone: statuses[status].tone, word: statuses[status].word() });
