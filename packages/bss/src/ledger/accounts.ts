/** What a customer owes on bills, but for what is in dispute. One for each billing account, as all with an id. */
export const receivable = (accountId: string): string => `receivable/${accountId}`;
/** What a customer owes on bills and disputes. */
export const dispute = (accountId: string): string => `dispute/${accountId}`;
/** Money of a customer that is on no bill yet. */
export const unapplied = (accountId: string): string => `unapplied/${accountId}`;
/** Credits granted that wait for a bill. */
export const credits = (accountId: string): string => `credits/${accountId}`;
/** What is owed but not billed yet: instalments to come, payments that came back. */
export const deferred = (accountId: string): string => `deferred/${accountId}`;
/** Money on a prepaid balance. */
export const prepaid = (bucketId: string): string => `prepaid/${bucketId}`;
/** Owed to the tax office, by rate in per cent. */
export const taxPayable = (rate: number): string => `tax/${rate}`;

export const CASH = 'cash';
export const REVENUE = 'revenue';
export const LATE_FEES = 'late-fees';
/** What credits cost us. */
export const GOODWILL = 'goodwill';
/** Where balances come from that stood before there was a ledger. */
export const OPENING = 'opening';
