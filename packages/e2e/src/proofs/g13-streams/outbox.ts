import { randomUUID } from 'node:crypto';
import { type Database, openDatabase, sqlStore } from '@faceplate/bss/node';
import type { Told } from './model.ts';

/** What customers are told of; and what they never are. */
const RESOURCES = ['productOrder', 'customerBill', 'troubleTicket', 'product'];
const SILENT = 'individual';

/** The product's database from the side: writes changes as the BSS does, in transactions through its store, and reads what was told. */
export class Outbox implements AsyncDisposable {
  readonly #database: Database;
  readonly #store: Awaited<ReturnType<typeof sqlStore>>;

  private constructor(database: Database, store: Awaited<ReturnType<typeof sqlStore>>) {
    this.#database = database;
    this.#store = store;
  }

  static async open(databaseUrl: string): Promise<Outbox> {
    const database = await openDatabase({ databaseUrl });
    return new Outbox(database, await sqlStore(database));
  }

  /** One transaction with a change for each of these lists of parties. */
  async publish(parties: readonly (readonly string[])[], pad = 0): Promise<void> {
    await this.#store.transaction(async (tx) => {
      for (const [at, partyIds] of parties.entries()) {
        const resource = at % 17 === 16 ? SILENT : (RESOURCES[at % RESOURCES.length] ?? SILENT);
        const eventTime = new Date().toISOString();
        const eventType = `${resource.charAt(0).toUpperCase()}${resource.slice(1)}AttributeValueChangeEvent`;
        await tx.publish({ eventId: randomUUID(), eventTime, eventType, resource, id: randomUUID() + 'x'.repeat(pad), partyIds: [...partyIds] });
      }
    });
  }

  /** Every change since then that a customer is told of. */
  async truth(since = 0): Promise<Told[]> {
    const text = `select seq::text as seq, doc_id as id, party_ids::text as party_ids from outbox
      where seq > $1::text::bigint and resource = any($2::text[]) order by outbox.seq`;
    const rows = await this.#database.query<{ seq: string; id: string; party_ids: string }>(text, [String(since), RESOURCES]);
    return rows.map(({ seq, id, party_ids }) => ({ seq: Number(seq), id, partyIds: JSON.parse(party_ids) as string[] }));
  }

  query<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.#database.query<Row>(text, parameters);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#store.close();
    await this.#database.close();
  }
}
