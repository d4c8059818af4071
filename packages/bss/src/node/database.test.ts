import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { type Database, openDatabase } from './database.ts';
import { FolderInUseError } from './lock.ts';
import { migrate } from './migrate.ts';
import { sqlStore } from './sql-store.ts';

const run = promisify(execFile);

async function folder(t: TestContext): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'faceplate-'));
  t.after(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'data');
}

/** Source of a process that opens the folder and says what came of it. */
const opener = (dataFolder: string, then: string) => `
  import { openDatabase } from ${JSON.stringify(new URL('./database.ts', import.meta.url).href)};
  openDatabase({ dataFolder: ${JSON.stringify(dataFolder)} })
    .then(async (db) => { ${then} }, (error) => { console.log(error.message); process.exit(3); });`;

const nodeArguments = (source: string) => ['--input-type=module', '-e', source];

describe('an embedded database', () => {
  it('keeps its folder to itself, and what was written in it', async (t) => {
    const dataFolder = await folder(t);
    const db = await openDatabase({ dataFolder });
    assert.equal(db.kind, 'pglite');
    assert.equal((await stat(dataFolder)).mode & 0o777, 0o700);
    const store = await sqlStore(db);
    await store.load([{ resource: 'thing', body: { id: 'a', name: 'kept' } }]);

    const same = openDatabase({ dataFolder });
    await assert.rejects(same, (error: Error) => error instanceof FolderInUseError && error.message.includes(dataFolder));
    const other = run(process.execPath, nodeArguments(opener(dataFolder, 'process.exit(0)')));
    await assert.rejects(other, ({ code, stdout }: { code: number; stdout: string }) => {
      assert.equal(code, 3);
      assert.match(stdout, new RegExp(`^[^\\n]*${dataFolder}[^\\n]*\\n$`));
      return true;
    });
    await db.close();

    const again = await openDatabase({ dataFolder });
    assert.equal((await (await sqlStore(again)).read().get('thing', 'a'))?.body['name'], 'kept');
    await again.close();
  });

  it('is taken over from a process that was killed', async (t) => {
    const dataFolder = await folder(t);
    const then = "await db.query('create table kept (a int)'); console.log('open'); setInterval(() => db, 1e6);";
    const killed = spawn(process.execPath, nodeArguments(opener(dataFolder, then)));
    t.after(() => killed.kill('SIGKILL'));
    const [said] = (await once(killed.stdout, 'data')) as [Buffer];
    assert.equal(String(said), 'open\n');
    await assert.rejects(openDatabase({ dataFolder }), FolderInUseError);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const db = await openDatabase({ dataFolder });
    assert.deepEqual(await db.query('select a from kept'), []);
    await db.close();
  });
});

describe('a first start that was cut short', () => {
  it('is made good by the next, wherever the cut was', async (t) => {
    const dataFolder = await folder(t);
    await (await openDatabase({ dataFolder })).close();
    // As a kill leaves it between two of its files, of which PG_VERSION is not the last.
    await writeFile(join(dataFolder, 'first-start'), '');
    await rm(join(dataFolder, 'pglite', 'pg_logical'), { recursive: true });
    const db = await openDatabase({ dataFolder });
    await db.query('create table kept (a int)');
    await db.close();
    const again = await openDatabase({ dataFolder });
    assert.deepEqual(await again.query('select a from kept'), []);
    await again.close();
  });
});

const databaseUrl = process.env['DATABASE_URL'];
const configs = [{}, ...(databaseUrl ? [{ databaseUrl }] : [])];

for (const config of configs) {
  describe(`a database in ${'databaseUrl' in config ? 'Postgres' : 'PGlite'}`, () => {
    let db: Database;
    before(async () => {
      db = await openDatabase(config);
      await db.query('drop schema if exists trial cascade; create schema trial');
    });
    after(async () => {
      await db.query('drop schema trial cascade');
      await db.close();
    });

    it('refuses the outer handle inside a transaction, instead of waiting for itself', async () => {
      await assert.rejects(db.transaction(() => db.query('select 1')), /use the handle/);
      assert.deepEqual(await db.query('select 1 as one'), [{ one: 1 }]);
    });

    it('undoes a transaction that failed and serves the next', async () => {
      await db.query('create table trial.once (a int primary key)');
      const twice = db.transaction(async (tx) => {
        await tx.query('insert into trial.once values ($1)', [1]);
        await tx.query('insert into trial.once values ($1)', [1]);
      });
      await assert.rejects(twice, { code: '23505' });
      assert.deepEqual(await db.query('select * from trial.once'), []);
    });

    it('wakes who listens to a channel, and nobody else', async () => {
      const heard: string[] = [];
      const woken = Promise.withResolvers<void>();
      const leaveOther = await db.listen('other', () => heard.push('other'));
      const leave = await db.listen('mine', () => {
        heard.push('mine');
        woken.resolve();
      });
      await db.transaction((tx) => tx.query('select pg_notify($1, $2)', ['mine', '']));
      await woken.promise;
      await leave();
      await db.query('select pg_notify($1, $2)', ['mine', '']);
      await leaveOther();
      assert.deepEqual(heard, ['mine']);
    });

    it('takes each migration once, in order, also when a later version brings more', async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      const steps = [
        { name: first, sql: 'create table trial.t (a int); insert into trial.t values (1)' },
        { name: second, sql: 'insert into trial.t values (2)' },
      ];
      await migrate(db, steps.slice(0, 1));
      await migrate(db, steps);
      await migrate(db, steps);
      assert.deepEqual(await db.query('select a from trial.t order by a'), [{ a: 1 }, { a: 2 }]);
    });
  });
}

describe('a Postgres that loses connections', { skip: databaseUrl === undefined }, () => {
  it('is listened to again, and who listens is woken for what was missed', async () => {
    const db = await openDatabase({ databaseUrl: String(databaseUrl) });
    const channel = `lost_${randomUUID()}`;
    const wakes: (() => void)[] = [];
    const nextWake = () => new Promise<void>((resolve) => wakes.push(resolve));
    const again = nextWake();
    const notified = nextWake();
    await db.listen(channel, () => wakes.shift()?.());
    const text = 'select pg_terminate_backend(pid) from pg_stat_activity where query = $1';
    assert.equal((await db.query(text, [`listen "${channel}"`])).length, 1);
    await again;
    await db.query('select pg_notify($1, $2)', [channel, '']);
    await notified;
    await db.close();
  });
});

describe('a Postgres that is not there', () => {
  it('is told in one line, without the password', async () => {
    const nowhere = 'postgres://someone:secret@127.0.0.1:1/faceplate';
    await assert.rejects(openDatabase({ databaseUrl: nowhere }), ({ message }: Error) => {
      assert.match(message, /^Postgres at 127\.0\.0\.1:1\/faceplate cannot be used: [^\n]*ECONNREFUSED[^\n]*$/);
      assert.doesNotMatch(message, /secret/);
      return true;
    });
  });
});
