import { ApiProblem, Offline } from '@faceplate/client';
import { expect } from '@open-wc/testing';
import { nothing } from 'lit';
import { Kept } from '../choosing/kept.ts';
import type { ShopHost } from '../part.ts';
import { InterestController } from './interest.controller.ts';

/** The register of names, ending as told. */
function aRegister(...ends: (Error | undefined)[]) {
  const keys: string[] = [];
  const register = (_: object, { idempotencyKey }: { idempotencyKey: string }) => {
    keys.push(idempotencyKey);
    const end = ends[keys.length - 1];
    return end ? Promise.reject(end) : Promise.resolve();
  };
  const services = { client: { places: { register, forget: () => Promise.resolve() } }, report: () => undefined };
  const host = { services, person: 'ada', requestUpdate: () => undefined, signInHref: '' } as unknown as ShopHost;
  return { keys, interest: new InterestController(host, new Kept(host)) };
}

describe('putting a name down', () => {
  it('is done anew after the name was taken off, and once where the answer was lost', async () => {
    const { keys, interest } = aRegister(new Offline('gone'), undefined, undefined);
    await interest.register('p1');
    await interest.register('p1');
    await interest.forget('i1', 'p1');
    await interest.register('p1');
    expect(keys[1]).to.equal(keys[0]);
    expect(keys[2]).not.to.equal(keys[0]);
  });

  it('is said of the place it was for, and not while it is taken off', async () => {
    const { interest } = aRegister();
    await interest.register('p1');
    expect(interest.render('p1')).not.to.equal(nothing);
    expect(interest.render('p2')).to.equal(nothing);
    await interest.forget('i1', 'p1');
    expect(interest.render('p1')).to.equal(nothing);
  });

  it('goes out anew after a no', async () => {
    const { keys, interest } = aRegister(new ApiProblem({ status: 409, code: 'available-already', title: 'No.' }));
    await interest.register('p1');
    await interest.register('p1');
    expect(keys[1]).not.to.equal(keys[0]);
  });
});
