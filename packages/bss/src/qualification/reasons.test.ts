import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOffering, relation } from '../catalogue/catalogue.seed.ts';
import type { Access, Address } from '../place/address.ts';
import type { Device } from './device.ts';
import { qualify, type Verdict } from './qualify.ts';
import { type ReasonCode, REASONS, type Remedy, type RemedyAction } from './reason.ts';
import { anApplicant, aPolicy, NOW, owned, priced, situation, wanted } from './situation.seed.ts';
import type { Applicant, Situation } from './situation.ts';

const DAY = 86_400_000;
const LATER = NOW + 90 * DAY;

const fixed = (download: number, technology?: string) => ({
  category: [{ id: 'fixed', name: 'Fixed' }],
  prodSpecCharValueUse: [
    { name: 'Download', productSpecCharacteristicValue: [{ value: download, isDefault: true }] },
    ...(technology ? [{ name: 'Technology', productSpecCharacteristicValue: [{ value: technology }] }] : []),
  ],
});

const home100 = priced('Home 100', 3499, fixed(100));
const home50 = priced('Home 50', 2999, fixed(50));
const fibre = priced('Fibre 1000', 6499, fixed(1000, 'Fibre'));
const mobile = { category: [{ id: 'mobile', name: 'Mobile' }] };
const plan = priced('Mobile M', 2499, { ...mobile, productOfferingTerm: [{ duration: { amount: 24, units: 'month' } }] });
const flex = priced('Mobile Flex', 1999, mobile);
const shelf = [home100, home50, fibre, plan, flex];

const line = (technology: Access['technology'], maxDownload: number, more: Partial<Access> = {}): Access => ({
  technology,
  maxDownload,
  maxUpload: 40,
  typicalDownload: maxDownload * 0.8,
  typicalUpload: 30,
  availableFrom: -Infinity,
  freePorts: 3,
  ...more,
});
const address = (...access: Access[]): Address => ({ id: 'house', streetName: 'Uferstrasse', streetNr: '7', postcode: '10437', city: 'Berlin', flats: [], access });
const at = (...access: Access[]) => ({ kind: 'found' as const, address: address(...access), flat: undefined });

const who = (more: Partial<Applicant>): Pick<Situation, 'applicant'> => ({ applicant: anApplicant(more) });
const oldPhone: Device = { id: 'old', name: 'Old phone', typeCode: '35000000', kind: 'phone', can: new Set() };
const oldRouter: Device = { id: 'router', name: 'Router 5', typeCode: undefined, kind: 'router', can: new Set() };
const able = (capability: string) => ({ productOfferingRelationship: [{ id: 'spec', name: capability, relationshipType: 'requiresCapability' }] });
const pack = anOffering('Pack', { bundledProductOffering: [{ id: 'Mobile Flex', bundledProductOfferingOption: { numberRelOfferLowerLimit: 2, numberRelOfferUpperLimit: 3 } }] });
const committed = owned(plan.offering, { monthly: 2499, committedUntil: LATER });

interface Case {
  code: ReasonCode;
  situation: Situation;
  says: RegExp;
  remedy: RemedyAction;
}

const no = (code: ReasonCode, remedy: RemedyAction, says: RegExp, asked: Situation): Case => ({ code, remedy, says, situation: asked });

const CASES: readonly Case[] = [
  no('addressMissing', 'giveAddress', /do not know to where/, situation(shelf, { wanted: wanted(home100.offering) })),
  no('addressUnknown', 'correctAddress', /Did you mean Uferstrasse 7, 10437 Berlin\?/, situation(shelf, { wanted: wanted(home100.offering, { place: { kind: 'unknown', meant: [address()] } }) })),
  no('flatMissing', 'chooseFlat', /has 1 flats/, situation(shelf, { wanted: wanted(home100.offering, { place: { kind: 'flatMissing', address: { ...address(), flats: [{ id: 'a', name: 'Flat 1', unit: '1', access: [] }] } } }) })),
  no('notServed', 'registerInterest', /None of our lines reaches Uferstrasse 7/, situation(shelf, { wanted: wanted(home100.offering, { place: at() }) })),
  no('speedNotReached', 'chooseOther', /reach 50 Mbit\/s; Home 100 needs .* 100 Mbit\/s.*Home 50/, situation(shelf, { wanted: wanted(home100.offering, { place: at(line('dsl', 50)) }) })),
  no('noCapacity', 'registerInterest', /Every connection .* is taken/, situation(shelf, { wanted: wanted(home100.offering, { place: at(line('dsl', 100, { freePorts: 0 })) }) })),
  no('availableLater', 'registerInterest', /Fibre 1000 comes to Uferstrasse 7, 10437 Berlin on 19 February 2027/, situation(shelf, { wanted: wanted(fibre.offering, { place: at(line('fibre', 1000, { availableFrom: LATER })) }) })),
  no('deviceLacksEsim', 'chooseDevice', /Watch needs eSIM; Old phone does not have it/, situation(shelf, { wanted: wanted(anOffering('Watch', able('eSIM'))), devices: [oldPhone] })),
  no('deviceLacksBand', 'chooseDevice', /Band n78/, situation(shelf, { wanted: wanted(anOffering('5G', able('Band n78')), { device: oldPhone }) })),
  no('routerUnfit', 'chooseDevice', /Router 5/, situation(shelf, { wanted: wanted(anOffering('Fast', able('Fibre port'))), devices: [oldRouter, oldPhone] })),
  no('deviceUnfit', 'chooseDevice', /Teleport/, situation(shelf, { wanted: wanted(anOffering('Far', able('Teleport'))), devices: [oldPhone] })),
  no('conflictsWithOwned', 'swap', /Mobile XL and Mobile M do not go together.*take the place/, situation(shelf, { wanted: wanted(anOffering('Mobile XL', { ...mobile, productOfferingRelationship: relation('excludes', 'Mobile M') })), beside: [{ id: 'p1', where: 'owned', offering: plan.offering }] })),
  no('conflictsInCart', 'remove', /Take Mobile M out/, situation(shelf, { wanted: wanted(anOffering('Talk', { productOfferingRelationship: relation('excludes', 'Mobile M') })), beside: [{ id: '2', where: 'wanted', offering: plan.offering }] })),
  no('productNotActive', 'chooseOther', /has ended/, situation(shelf, { wanted: wanted(flex.offering, { action: 'modify', target: owned(flex.offering, { status: 'terminated' }) }) })),
  no('requiredMissing', 'addRequired', /Second Card needs one of Mobile M, Mobile Flex.*Add Mobile Flex/, situation(shelf, { wanted: wanted(anOffering('Second Card', { productOfferingRelationship: relation('requires', 'Mobile M', 'Mobile Flex') })) })),
  no('bundleIncomplete', 'changeQuantity', /takes 2 to 3 of Mobile Flex, not 1\..*Take 2/, situation(shelf, { wanted: wanted(pack, { taken: new Map([['Mobile Flex', 1]]) }) })),
  no('bundleTooFull', 'changeQuantity', /not 4\..*Take 3/, situation(shelf, { wanted: wanted(pack, { taken: new Map([['Mobile Flex', 4]]) }) })),
  no('commitmentRuns', 'waitUntil', /agreed until 19 February 2027; until then .* larger offer only/, situation(shelf, { wanted: wanted(flex.offering, { action: 'modify', target: committed }) })),
  no('noticeRuns', 'waitUntil', /one month after notice.*from 21 December 2026/, situation(shelf, { wanted: wanted(flex.offering, { action: 'delete', target: owned(flex.offering), wantedOn: NOW + DAY }) })),
  no('creditScoreLow', 'chooseOther', /agreed for 24 months.*Mobile Flex/, situation(shelf, { wanted: wanted(plan.offering), ...who({ creditScore: 200 }) })),
  no('overdueOpen', 'pay', /€300\.01 are past their due date.*Pay €300\.01/, situation(shelf, { wanted: wanted(flex.offering), ...who({ overdue: 30_001 }) })),
  no('creditLimitReached', 'pay', /Pay €9\.99 of what is open/, situation(shelf, { wanted: wanted(flex.offering), ...who({ due: 4000, creditLimit: 5000 }) })),
  no('creditLimitReached', 'askForHigherLimit', /Ask for a limit of €24\.99/, situation(shelf, { wanted: wanted(plan.offering), ...who({ due: 0, creditLimit: 1000 }) })),
  no('identityUnproven', 'proveIdentity', /identity is proven/, situation(shelf, { wanted: wanted(flex.offering), ...who({ identityProven: false }) })),
  no('underAge', 'includeGuardian', /must be 18/, situation(shelf, { wanted: wanted(flex.offering), ...who({ age: 17 }) })),
  no('roleMayNotOrder', 'askApprover', /Mia has no role at Kiel depot.*Ask Bilal/, situation(shelf, { wanted: wanted(flex.offering), ...who({ policy: aPolicy({ role: undefined }) }) })),
  no('roleMayNotOrder', 'askApprover', /a member may not order/, situation(shelf, { wanted: wanted(flex.offering), ...who({ policy: aPolicy({ mayOrder: false }) }) })),
  no('roleMayNotOrder', 'none', /nobody who could allow it/, situation(shelf, { wanted: wanted(flex.offering), ...who({ policy: aPolicy({ mayOrder: false, approver: undefined }) }) })),
  no('offerNotAllowed', 'askApprover', /not on the list/, situation(shelf, { wanted: wanted(flex.offering), ...who({ policy: aPolicy({ allowed: { categories: new Set(['Fixed']), offerings: new Set() } }) }) })),
  no('spendLimitPassed', 'askApprover', /€39\.98 a month is more than the €30\.00/, situation(shelf, { wanted: wanted(flex.offering, { quantity: 2 }), ...who({ policy: aPolicy({ monthlyLimit: 3000 }) }) })),
  no('outOfStock', 'registerInterest', /is out of stock/, situation(shelf, { wanted: wanted(flex.offering), stock: new Map([['Mobile Flex', 0]]) })),
  no('outOfStock', 'changeQuantity', /Only 2 .*Take 2/, situation(shelf, { wanted: wanted(flex.offering, { quantity: 3 }), stock: new Map([['Mobile Flex', 2]]) })),
  no('offerRetired', 'chooseOther', /no longer sold.*Choose Mobile Flex/, situation([...shelf, priced('Newer', 0)], { ...retired(), wanted: wanted(anOffering('Old', { lifecycleStatus: 'Retired' })) })),
  no('offerRetired', 'none', /Nothing has taken its place/, situation(shelf, { wanted: wanted(anOffering('Old', { lifecycleStatus: 'Retired' })) })),
  no('offerNoLongerSold', 'none', /sold until 20 November 2026/, situation(shelf, { wanted: wanted(anOffering('Old', { validFor: { endDateTime: '2026-11-20T10:00:00.000Z' } })) })),
  no('offerNotYetSold', 'waitUntil', /from 1 February 2027/, situation(shelf, { wanted: wanted(anOffering('New', { validFor: { startDateTime: '2027-02-01T00:00:00.000Z' } })) })),
  no('offerNotReady', 'none', /being prepared/, situation(shelf, { wanted: wanted(anOffering('Idea', { lifecycleStatus: 'In study' })) })),
  no('offerNotSoldAlone', 'none', /not sold by itself/, situation(shelf, { wanted: wanted(anOffering('Part', { isSellable: false })) })),
  no('segmentMismatch', 'chooseOther', /made for business customers.*Mobile Flex/, situation(shelf, { wanted: wanted(anOffering('Team', { ...mobile, marketSegment: [{ name: 'business' }] })) })),
];

/** A catalogue in which Mobile Flex has taken the place of Old. */
function retired() {
  const successor = priced('Mobile Flex', 1999, { ...mobile, productOfferingRelationship: relation('replaces', 'Old') });
  return { catalogue: situation([successor], { wanted: wanted(successor.offering) }).catalogue };
}

/** What a remedy of this kind must carry to be one. */
const CARRIES: Partial<Record<RemedyAction, (remedy: Remedy) => boolean>> = {
  chooseOther: ({ productOffering }) => productOffering !== undefined,
  addRequired: ({ productOffering }) => productOffering !== undefined,
  waitUntil: ({ date = '' }) => Date.parse(date) > NOW,
  pay: ({ amount }) => (amount?.value ?? 0) > 0,
  askApprover: ({ approver }) => approver !== undefined,
  swap: ({ product }) => product !== undefined,
  chooseFlat: ({ choices = [] }) => choices.length > 0,
};

const words = ({ reasons }: Verdict) => reasons.map(({ label, remedy }) => `${label} ${remedy.label}`).join(' ');

describe('why not, and what would work', () => {
  for (const { code, situation: asked, says, remedy } of CASES) {
    it(`${code}: ${remedy}`, () => {
      const verdict = qualify(asked);
      assert.equal(verdict.qualified, false);
      assert.equal(verdict.from, undefined);
      const [found, ...others] = verdict.reasons;
      assert.deepEqual([found?.code, found?.family, others], [code, REASONS[code], []]);
      assert.equal(found?.remedy.action, remedy);
      assert.match(words(verdict), says);
    });
  }

  it('is reached for every reason there is', () => {
    assert.deepEqual(new Set(CASES.map(({ code }) => code)), new Set(Object.keys(REASONS)));
  });

  it('never leaves a reason without a remedy, nor a remedy without words', () => {
    for (const { situation: asked } of CASES) {
      for (const { code, label, remedy } of qualify(asked).reasons) {
        assert.ok(label.length > 10 && remedy.label.length > 5, code);
        // "Choose another" that does not say which is no remedy.
        assert.ok(CARRIES[remedy.action]?.(remedy) ?? true, `${code} ${remedy.action}`);
      }
    }
  });

  it('proposes only what would itself be answered with yes', () => {
    for (const { situation: asked, code } of CASES) {
      for (const offering of qualify(asked).alternates) {
        const again = qualify({ ...asked, wanted: { ...asked.wanted, offering, taken: new Map() } });
        assert.equal(again.qualified, true, `${code}: ${offering.name} ${words(again)}`);
      }
    }
  });
});
