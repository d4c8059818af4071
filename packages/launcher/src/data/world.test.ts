import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { generateWorld, type Store } from '@faceplate/bss';
import { type Database, openDatabase, sqlStore } from '@faceplate/bss/node';
import { defaults } from '../config/config.ts';
import type { Config } from '../config/settings.ts';
import { type Kept, openKept } from './kept.ts';
import { type KeptWorld, seedWorld } from './world.ts';

const config: Config = { ...defaults, dataFolder: 'nowhere', world: { seed: 7, customers: 30 } };

const countOf = ({ seed, customers, createdAt }: KeptWorld): number =>
  [...generateWorld({ seed, customers, now: new Date(createdAt) }).records].length;

describe('the world of an empty database', () => {
  let db: Database;
  let store: Store;
  let kept: Kept;

  before(async () => {
    db = await openDatabase({});
    store = await sqlStore(db);
    kept = await openKept(db);
  });
  after(async () => {
    await store.close();
    await db.close();
  });

  const documents = async () => Number((await db.query<{ count: number }>('select count(*)::int as count from doc'))[0]?.count);

  it('is no larger than the embedded database can take', async () => {
    const region = { ...config, world: { seed: 7, customers: 100_000 } };
    await assert.rejects(seedWorld(region, { kept, store }), /^ConfigError: FACEPLATE_WORLD asks for 100000 customers, .* set DATABASE_URL/);
    assert.equal(await kept.read('world'), undefined);
  });

  it('is not there by half when its loading is cut short, and is made good as the same world', async () => {
    const heard: number[] = [];
    const stopAt20 = (done: number, of: number) => {
      assert.equal(of, 30);
      heard.push(done);
      if (done === 20) throw new Error('not wanted any more');
    };
    await assert.rejects(seedWorld(config, { kept, store }, stopAt20), /^Error: not wanted any more$/);
    assert.deepEqual(heard, Array.from({ length: 21 }, (_, at) => at));
    assert.equal(await documents(), 0);
    const begun = await kept.read<KeptWorld>('world');

    const asked = { ...config, world: { seed: 8, customers: 2 } };
    const world = await seedWorld(asked, { kept, store });
    assert.deepEqual(world, begun);
    assert.equal(await documents(), countOf(world ?? assert.fail()));
  });

  it('is left alone once it is there', async () => {
    const before = await documents();
    assert.deepEqual(await seedWorld(config, { kept, store }, () => assert.fail('loaded again')), await kept.read('world'));
    assert.equal(await documents(), before);
  });
});
