/** What a program may rely on of one refusal. */
export interface ProblemCode {
  /** HTTP statuses it comes with. */
  status: number;
  /** What people read, or an example where the operator's own words stand in it. */
  title: string;
  /** When it happens, for whoever reads the documentation. */
  meaning: string;
  /** What the caller does about it. */
  remedy: string;
}

const AGAIN = 'Try again after a moment; heed Retry-After where it stands.';

/**
 * Every `code` of a problem answer, for ever: a code may be added, never changed or used for something else. Titles are
 * for people and may change. A test fails when the gateway's code speaks of one that is not here.
 */
export const problemCodes = {
  'invalid-request': { status: 400, title: 'Some of what was sent cannot be used.', meaning: 'A parameter, the query or the body does not fit. Bodies that are well-formed but do not fit their schema are answered 422.', remedy: 'Read `errors`: each names a path and what is wrong with it.' },
  'idempotency-key-missing': { status: 400, title: 'Send an Idempotency-Key header with a UUID of your own.', meaning: 'A POST came without an Idempotency-Key, or with one that is no UUID.', remedy: 'Make one UUID for each thing you want done, and send it again with every repeat.' },
  'cursor-invalid': { status: 400, title: 'This page of the list cannot be found. Start from the first.', meaning: 'The cursor is none that this list has given, or what it stands for is past its time.', remedy: 'Start again from the first page, without a cursor.' },
  'signed-out': { status: 401, title: 'Sign in to go on.', meaning: 'There is no session, or it has ended.', remedy: 'Sign in and repeat the call.' },
  'csrf-header-missing': { status: 403, title: 'This call did not come from the portal.', meaning: 'The header `x-fp-csrf: 1` is missing.', remedy: 'Send it with every call. It tells a call of a program from one a foreign page has forged.' },
  'origin-unknown': { status: 403, title: 'This page may not call the portal.', meaning: 'The page that called is on an origin the operator has not listed.', remedy: 'Ask the operator to list your origin for embedding.' },
  'site-unknown': { status: 403, title: 'This page may not call the portal.', meaning: 'The browser says that the call came from another site.', remedy: 'Call from the portal, or from a listed origin.' },
  'not-allowed': { status: 403, title: 'This is not open to your kind of sign-in.', meaning: 'This kind of sign-in may not do such a thing at all.', remedy: 'Sign in as somebody who may.' },
  'step-up-needed': { status: 403, title: 'Prove once more who you are to go on.', meaning: 'The person must prove once more who they are; `acr` and `maxAge` say how strongly and how lately.', remedy: 'Send the person through `/auth/login` with these, then repeat the call.' },
  'not-here': { status: 403, title: 'This can be done in the portal itself only.', meaning: 'Payments, SIM cards, contacts, grants and the like are never done from a page on another site or with a host’s token.', remedy: 'Send the person to the portal.' },
  'not-while-acting': { status: 403, title: 'This cannot be done while acting for a customer.', meaning: 'A member of staff acts for a customer; this is the customer’s alone, or the half hour is over.', remedy: 'Let the customer do it.' },
  'over-limit': { status: 403, title: 'This costs more than you may spend.', meaning: 'The right to spend was granted up to a limit, and this is more.', remedy: 'Ask whoever granted it.' },
  'not-found': { status: 404, title: 'There is nothing here under that address.', meaning: 'There is no such record, or it is somebody else’s: the two are answered alike.', remedy: 'Take ids from the lists of this API only.' },
  'bill-first': { status: 404, title: 'There is no earlier bill to compare this one with.', meaning: 'It is the first bill of its account in this currency.', remedy: 'Name another bill with `against`, or show the bill by itself.' },
  'not-offered': { status: 404, title: 'This is not offered here.', meaning: 'The systems behind this installation do not carry it; `GET /capabilities` lists what is absent.', remedy: 'Do without, or ask the operator.' },
  'method-not-allowed': { status: 405, title: 'That cannot be done here.', meaning: 'The path exists, the method does not. `Allow` lists those that do.', remedy: 'Use one of them. Method overrides are not heeded.' },
  'in-progress': { status: 409, title: 'This is still being done.', meaning: 'The same call, with the same Idempotency-Key, is still running.', remedy: 'Repeat it unchanged after Retry-After; the answer will be that of the first.' },
  'upstream-refused': { status: 409, title: 'Meridian Ordering did not accept this.', meaning: 'The operator’s system did not accept the change.', remedy: 'Read the record again; what was asked is not possible in its present state.' },
  'ticket-ended': { status: 409, title: 'This ticket is closed. Raise a new one to go on.', meaning: 'The ticket is closed, rejected or cancelled.', remedy: 'Raise a new ticket.' },
  'ticket-full': { status: 409, title: 'This ticket takes no more notes. Raise a new one to go on.', meaning: 'The ticket holds as many notes or attachments as it can.', remedy: 'Raise a new ticket.' },
  'ticket-cannot': { status: 409, title: 'Work on it has begun. Write a note instead.', meaning: 'The ticket has come too far for what was asked, or not far enough; the title says why. Nothing was done.', remedy: 'Read `may` of the ticket.' },
  'incident-over': { status: 409, title: 'This disturbance is over, or does not concern this line.', meaning: 'There is no open incident of that id on the product.', remedy: 'Read `GET /desk` again.' },
  'work-begun': { status: 409, title: 'This work has begun, is over, or was called off.', meaning: 'Only work that is still announced can be objected to. Nothing was done.', remedy: 'Read `GET /service-levels/planned-work` again.' },
  'work-objected': { status: 409, title: 'You have asked for that already. The answer is awaited.', meaning: 'Somebody of your company has asked to have this work moved, and no answer has come. Nothing was done.', remedy: 'Wait for the answer; the ticket of the `objection` takes notes.' },
  'freezes-full': { status: 409, title: '30 freeze periods are stated already. Remove one first.', meaning: 'An organisation states at most so many. Nothing was done.', remedy: 'Remove one, then repeat.' },
  'test-not-offered': { status: 409, title: 'This test is not offered here.', meaning: 'The operator offers no test of that kind.', remedy: 'Choose one of the `tests` that `GET /desk` names.' },
  'dispute-exists': { status: 409, title: 'You have disputed this already. It is being looked at.', meaning: 'A dispute about the same line, or about the same bill as a whole, is open.', remedy: 'Add to that one, or withdraw it first.' },
  'not-claimable': { status: 409, title: 'Nothing is given back for this month: it was kept, still runs, or is not on record as missed.', meaning: 'Only a month that is over, was missed and has not been credited can be claimed.', remedy: 'Read the month again; its `credit` says where it stands.' },
  'dispute-decided': { status: 409, title: 'This dispute is decided or closed; it cannot be taken back any more.', meaning: 'Only a dispute that is open can be withdrawn.', remedy: 'Read it again; if not all was granted, appeal.' },
  'appeal-not-possible': { status: 409, title: 'This cannot be objected to: it is not decided, all was granted, or it is closed.', meaning: 'An appeal needs a decision that did not grant everything, in a ticket that is not closed yet.', remedy: 'Raise a new dispute, or contact the operator.' },
  'interim-nothing': { status: 409, title: 'Everything so far is on a bill already. Take your newest bill, or a letter that confirms the balance.', meaning: 'Nothing has been run up on the account since its last bill, or what is in the customer’s favour is more. No bill is made.', remedy: 'Read the newest bill, `GET /accounts/{accountId}/balance-letter`, or ask again when something has been run up.' },
  'interim-under-way': { status: 409, title: 'A bill for this account is being made already. It will be among your bills in a moment.', meaning: 'A bill was asked for before and is not there yet. Nothing was done.', remedy: '`GET /interim-bills?account=` shows it; wait for a change of `bills`.' },
  'interim-on-another-bill': { status: 409, title: 'The charges of this account are on the bill of Mobile. Ask for a bill of that account.', meaning: 'The account has no bills of its own now: its charges stand on the bill of another one. Nothing was done.', remedy: '`GET /interim-bills?account=` names that account in `with`: ask for a bill of it, or have the two apart again with `POST /accounts/{accountId}/consolidation/end`.' },
  'bill-on-hold': { status: 409, title: 'This bill is on hold. It cannot be paid now.', meaning: 'The operator holds the bill back. Nothing was done.', remedy: 'Leave it out, or wait.' },
  'payment-too-much': { status: 409, title: 'That is more than is due of this bill now.', meaning: 'Of a bill at most what remains of it can be paid, less what is in dispute. `errors` names the part, `detail` the most in minor units. Nothing was done.', remedy: 'Read the bill again and pay what is due.' },
  'payment-under-way': { status: 409, title: 'A payment for this is under way already. Wait for it, or end it first.', meaning: 'Another payment, perhaps in another tab, is for the same bill or account and has not ended. Nothing was done.', remedy: '`GET /payments` shows it: go on with it, end it, or wait.' },
  'order-not-payable': { status: 409, title: 'There is nothing to pay for this order by itself.', meaning: 'Nothing was to be paid with it, its lines were called off, or what it costs stands on a bill by now. `title` says which. Nothing was done.', remedy: 'Pay the bill, or do nothing.' },
  'payment-not-open': { status: 409, title: 'The bank is at it already. Wait for its answer.', meaning: 'The payment does not wait for the customer any more, so it cannot be ended.', remedy: 'Read it until it is paid or has failed.' },
  'payment-not-paid': { status: 409, title: 'There is a receipt when it is paid.', meaning: 'The payment is not paid.', remedy: 'Ask again when it is.' },
  'report-name-taken': { status: 409, title: 'You have a report of that name already. Choose another name.', meaning: 'The person keeps another report of that name; capitals and spaces make no difference. Nothing was done.', remedy: 'Choose another name.' },
  'reports-full': { status: 409, title: 'You keep 50 reports already. Remove one first.', meaning: 'A person keeps at most so many. Nothing was done.', remedy: 'Remove one, then repeat.' },
  'answer-not-needed': { status: 409, title: 'This line does not wait for anything from you any more.', meaning: 'The line has what it needs, or goes on without it. Nothing was done.', remedy: 'Read the order again.' },
  'line-cannot-change': { status: 409, title: 'The work on it has begun.', meaning: 'The line has come too far for what was asked; the title says why. Nothing was done.', remedy: 'Read `may` of the line; `detail` says what to do instead.' },
  'price-moved': { status: 409, title: 'The price has changed since you looked. Look at it again.', meaning: 'What it costs is not what the caller has seen. Nothing was done.', remedy: 'Read it again, show the new amount, and ask anew.' },
  'slot-taken': { status: 409, title: 'That time is not free any more. Choose another.', meaning: 'Somebody else has taken the window, or no technician comes then. Nothing was changed.', remedy: 'Choose one of `obstacles[0].way.choices` (their ids are intervals: `from/to`), or read the slots again.' },
  'number-taken': { status: 409, title: '+49 151 01234567 is not free any more. Choose another.', meaning: 'Somebody else has the number by now. Nothing was changed.', remedy: 'Choose one of `obstacles[0].way.choices`, or read the numbers again.' },
  'cart-name-taken': { status: 409, title: 'You keep a cart of that name already. Choose another name.', meaning: 'Another cart was put by under that name; capitals make no difference. Nothing was done.', remedy: 'Repeat with another name.' },
  'carts-full': { status: 409, title: 'You keep 20 carts already. Remove one first.', meaning: 'A person keeps at most so many carts. Nothing was done.', remedy: 'Remove one, then repeat.' },
  'quote-not-open': { status: 409, title: 'This quote cannot be accepted or declined any more. Ask for a new version.', meaning: 'It has been answered or replaced, its time is over, or somebody of the company has to say yes first.', remedy: 'Read it again; ask for a new version where its time is over.' },
  'visit-too-late': { status: 409, title: 'The technician’s day is planned. This visit cannot be moved or cancelled any more.', meaning: 'The visit’s `changeUntil` has passed.', remedy: 'Contact the operator.' },
  'visit-none': { status: 409, title: 'No visit is planned for this order.', meaning: 'No line of the order waits for a technician.', remedy: 'Read the order again.' },
  'signed-in-already': { status: 409, title: 'You are signed in: your cart is wherever you sign in.', meaning: 'A link is for people who have not signed in.', remedy: 'Sign in on the other device.' },
  'changed-meanwhile': { status: 412, title: 'This has changed since you last saw it.', meaning: 'The record is not the one that If-Match names: somebody has changed it since.', remedy: 'Read it again, look at what changed, and repeat with its new ETag.' },
  'too-large': { status: 413, title: 'That is more than can be sent at once.', meaning: 'The body is larger than can be taken.', remedy: 'Send less at once.' },
  'not-json': { status: 415, title: 'Send the request as application/json.', meaning: 'The body is not sent as application/json.', remedy: 'Set Content-Type: application/json.' },
  'file-not-accepted': { status: 422, title: 'This file cannot be taken. Send a PNG, JPEG, PDF or text file.', meaning: 'The file is none of the accepted kinds by its content, is damaged, or is too large in pixels.', remedy: 'Send a PNG, JPEG, PDF or plain text file.' },
  'key-reused': { status: 422, title: 'That Idempotency-Key was used for something else.', meaning: 'The Idempotency-Key was used before, with another body or path.', remedy: 'Make a new key for a new wish.' },
  'too-many': { status: 429, title: 'That was too much at once. Wait a moment, then try again.', meaning: 'More calls than this session, person or address may make.', remedy: 'Wait as long as Retry-After says.' },
  overloaded: { status: 503, title: 'Too much is going on here right now. Try again in a moment.', meaning: 'More is under way than can be answered in time. Nothing was done. Reads are turned away first; sign-in, sign-out and changes last.', remedy: 'Wait as long as Retry-After says.' },
  'dispute-too-late': { status: 422, title: 'A paid bill can be disputed for 180 days.', meaning: 'The bill is paid, and longer ago than the operator looks back.', remedy: 'Contact the operator.' },
  'consolidation-refused': { status: 409, title: 'These charges cannot be on that bill.', meaning: 'The two accounts have different holders, payers, currencies or billing systems, or one of them is closed, on another bill or has others on its own. Also what the billing system itself refuses.', remedy: '`detail` says what would make it possible; `GET /accounts/{accountId}/consolidation` has the reasons.' },
  'dispute-too-much': { status: 422, title: 'That is more than can be disputed here.', meaning: 'More than the line or the bill comes to, less what is in dispute or was given back already.', remedy: '`detail` says how much is left.' },
  'offer-not-yet-sold': { status: 422, title: 'Fibre 1000 is sold from 2026-12-01.', meaning: 'The offer is not on sale yet.', remedy: 'Read `detail`.' },
  'offer-not-sold': { status: 422, title: 'Fibre 50 is not sold any more.', meaning: 'The offer is not on sale any more.', remedy: 'Read `detail`.' },
  'offer-segment': { status: 422, title: 'Team Mobile is for business customers only.', meaning: 'The offer is for another kind of customer.', remedy: 'Read `detail`.' },
  'offer-cannot-check': { status: 422, title: 'We cannot check right now whether Fibre 250 fits what you have.', meaning: 'Whether the offer fits what the customer has cannot be checked right now.', remedy: AGAIN },
  'offer-requires': { status: 422, title: 'Extra SIM needs a mobile plan.', meaning: 'The offer needs another one first.', remedy: 'Read `detail`.' },
  'offer-excludes': { status: 422, title: 'Fibre 250 does not go together with Fibre 100.', meaning: 'The offer does not go together with something the customer has.', remedy: 'Read `detail`.' },
  'offer-refused': { status: 422, title: 'This offer cannot be ordered.', meaning: 'The offer cannot be ordered.', remedy: 'Choose another.' },
  'available-already': { status: 409, title: 'It can be had already.', meaning: 'Nobody need wait for it. Nothing was done.', remedy: 'Order it.' },
  'offers-unlike': { status: 422, title: 'These are of different kinds, and say nothing of the same things.', meaning: 'Offers of different categories cannot be compared.', remedy: 'Compare offers of one category.' },
  'invoice-unfit': { status: 409, title: 'Of this bill no electronic invoice can be made that keeps the rules. The PDF has all of it.', meaning: 'The bill, or what is known of its holder, does not fit EN 16931; `detail` names the rules it would break.', remedy: 'Take the PDF.' },
  internal: { status: 500, title: 'Something went wrong here. Try again later.', meaning: 'Something went wrong in the gateway.', remedy: 'Try again later; give support the `trace`.' },
  'answer-unreadable': { status: 502, title: 'The answer could not be read. Try again later.', meaning: 'What the operator’s systems answered does not fit this contract, so nothing of it was let out.', remedy: 'Try again later; give support the `trace`.' },
  'upstream-garbage': { status: 502, title: 'Meridian Billing gave an answer that cannot be used.', meaning: 'The operator’s system gave an answer that cannot be used.', remedy: 'Try again later; give support the `trace`.' },
  'acting-unavailable': { status: 503, title: 'Acting for customers is not possible here.', meaning: 'This installation keeps no sessions that could change their mode.', remedy: 'Ask the operator.' },
  busy: { status: 503, title: 'Others are changing this right now. Try again in a moment.', meaning: 'Too many change the same record at once.', remedy: AGAIN },
  'audit-unavailable': { status: 503, title: 'This cannot be recorded right now. Try again in a moment.', meaning: 'The act cannot be recorded, so it is not done.', remedy: AGAIN },
  'documents-unavailable': { status: 503, title: 'PDF documents cannot be made here.', meaning: 'This installation makes no PDF documents.', remedy: 'Use the JSON answer.' },
  'documents-busy': { status: 503, title: 'The bill cannot be printed right now. Try again in a moment.', meaning: 'Too many documents are being made at once.', remedy: AGAIN },
  'payment-provider-away': { status: 503, title: 'The payment provider cannot be reached right now. Try again in a moment.', meaning: 'Whether the payment was begun is not known. Repeated with the same Idempotency-Key it is still one payment.', remedy: 'Repeat it with the same key after Retry-After.' },
  'upstream-unreachable': { status: 503, title: 'Meridian Billing cannot be reached right now. Try again in a moment.', meaning: 'The operator’s system does not answer.', remedy: AGAIN },
} as const satisfies Record<string, ProblemCode>;

export type Code = keyof typeof problemCodes;
