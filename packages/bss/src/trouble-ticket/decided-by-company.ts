import type { Decision } from '../approval/decision.ts';
import { move } from '../nouns/move.ts';
import type { Act } from '../nouns/noun.ts';
import { save } from '../store/save.ts';
import { waitsForCompany, withDecision } from './approval.ts';
import { clocked } from './clock.ts';
import { entitlementOf } from './entitlement.ts';
import { troubleTicketNoun } from './trouble-ticket.ts';

/** An approved request begins, and our clocks with it; one that was rejected, withdrawn or forgotten is cancelled with the reason. */
export async function ticketDecided(act: Act, id: string, decision: Decision): Promise<void> {
  const before = (await act.tx.get('troubleTicket', id))?.body;
  if (!before || !waitsForCompany(before)) return;
  const { ticket, is, words } = withDecision(before, decision, act.now);
  const { body } = await save(act.tx, 'troubleTicket', clocked(ticket, await entitlementOf(act.tx, ticket), act.now.getTime()), act.now);
  if (is === 'over') await move(act, troubleTicketNoun, body, { status: 'cancelled', statusChangeReason: words });
}
