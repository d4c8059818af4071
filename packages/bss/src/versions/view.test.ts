import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { definitionOf, definitions } from '../definitions/definitions.ts';
import { misfit } from '../shapes/check.ts';
import { v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { lostIn } from '../testing/lost.ts';
import { valuesOf } from '../testing/shaped.ts';
import { pathFromV5, shownAsV5, storedFromV5, valuesFromV5 } from './view.ts';

const shown = (resource: string, body: JsonObject) => shownAsV5(definitionOf(resource), { id: '1', ...body });
const stored = (resource: string, said: JsonObject) => storedFromV5(definitionOf(resource), said);
const path = (resource: string, dotted: string) => pathFromV5(definitionOf(resource), dotted.split('.')).join('.');

const kept = (body: JsonObject) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as Resource;

describe('a stored body in v5', () => {
  it('has the names, the classes and the related parties of v5', () => {
    const order = shown('productOrder', {
      '@type': 'ProductOrder',
      orderDate: '2026-11-21T10:00:00.000Z',
      externalId: 'O-1',
      relatedParty: [{ id: 'p1', name: 'Ada', role: 'customer', '@referredType': 'Individual' }],
      faceplateNote: { text: 'ours' },
    });
    assert.deepEqual(order, {
      id: '1',
      '@type': 'ProductOrder',
      creationDate: '2026-11-21T10:00:00.000Z',
      externalId: [{ '@type': 'ExternalIdentifier', id: 'O-1' }],
      relatedParty: [
        {
          '@type': 'RelatedPartyRefOrPartyRoleRef',
          role: 'customer',
          partyOrPartyRole: { '@type': 'PartyRef', id: 'p1', name: 'Ada', '@referredType': 'Individual' },
        },
      ],
      faceplateNote: { text: 'ours' },
    });
  });

  it('types characteristics by their values, media by what they hold and references by what they are', () => {
    const types = (values: unknown[]) =>
      (shown('product', { productCharacteristic: values.map((value) => ({ name: 'x', value })) })['productCharacteristic'] as JsonObject[]).map(
        (one) => one['@type'],
      );
    assert.deepEqual(types(['a', 1, 1.5, true, {}, ['a'], [1], [1, 'a'], undefined]), [
      'StringCharacteristic',
      'IntegerCharacteristic',
      'NumberCharacteristic',
      'BooleanCharacteristic',
      'ObjectCharacteristic',
      'StringArrayCharacteristic',
      'IntegerArrayCharacteristic',
      'ObjectArrayCharacteristic',
      'Characteristic',
    ]);
    const medium = { mediumType: 'email', preferred: true, characteristic: { emailAddress: 'ada@example.com', contactType: 'work' } };
    assert.deepEqual(shown('individual', { contactMedium: [medium], fullName: 'Ada' }), {
      id: '1',
      '@type': 'Individual',
      name: 'Ada',
      contactMedium: [{ '@type': 'EmailContactMedium', preferred: true, emailAddress: 'ada@example.com', contactType: 'work' }],
    });
    const items = shown('productOrder', { productOrderItem: [{ product: { id: 'x' } }, { product: { id: 'x', isBundle: true } }] });
    assert.deepEqual(
      (items['productOrderItem'] as { product: JsonObject }[]).map(({ product }) => product['@type']),
      ['ProductRef', 'Product'],
    );
  });

  it('keeps what a client of v4 called by the class of an extension, and no class that v5 has not there', () => {
    const parties = [{ id: 'p1', '@type': 'RelatedParty' }, { id: 'p2', '@type': 'OurParty' }, { id: 'p3', '@type': 'PartyRoleRef' }];
    assert.deepEqual(shown('troubleTicket', { relatedParty: parties })['relatedParty'], [
      { '@type': 'RelatedPartyRefOrPartyRoleRef', partyOrPartyRole: { '@type': 'PartyRef', id: 'p1' } },
      { '@type': 'OurParty', partyOrPartyRole: { '@type': 'PartyRef', id: 'p2' } },
      { '@type': 'RelatedPartyRefOrPartyRoleRef', partyOrPartyRole: { '@type': 'PartyRoleRef', id: 'p3' } },
    ]);
  });

  it('spells as v5 does, and looks for it as v4 does', () => {
    assert.equal(shown('individual', { status: 'deceaded' })['status'], 'deceased');
    assert.equal(stored('individual', { status: 'deceased' })['status'], 'deceaded');
    const values = (resource: string, dotted: string, value: string) => valuesFromV5(definitionOf(resource), dotted.split('.'), [value]);
    assert.deepEqual(values('individual', 'status', 'deceased'), ['deceaded']);
    assert.deepEqual(values('organization', 'status', 'deceased'), ['deceased']);
    assert.deepEqual(values('catalog', '@type', 'ProductCatalog'), ['Catalog']);
    assert.deepEqual(values('catalog', 'name', 'ProductCatalog'), ['ProductCatalog']);
  });

  it('is a check in v5 what is a qualification in v4', () => {
    const asked = { productOfferingQualificationItem: [{ id: '1', eligibilityUnavailabilityReason: [{ code: '7' }] }] };
    assert.deepEqual(shown('productOfferingQualification', { '@type': 'ProductOfferingQualification', ...asked }), {
      id: '1',
      '@type': 'CheckProductOfferingQualification',
      checkProductOfferingQualificationItem: [
        {
          '@type': 'CheckProductOfferingQualificationItem',
          id: '1',
          eligibilityResultReason: [{ '@type': 'EligibilityResultReason', code: '7' }],
        },
      ],
    });
  });
});

describe('what a client of v5 said', () => {
  it('is stored as v4 would have it', () => {
    const ticket = stored('troubleTicket', {
      '@type': 'TroubleTicket',
      externalIdentifier: [{ '@type': 'ExternalIdentifier', id: 'T-1' }],
      relatedEntity: [{ '@type': 'RelatedEntity', role: 'product', entity: { '@type': 'EntityRef', id: 'x', '@referredType': 'Product' } }],
      statusChangeHistory: [{ '@type': 'StatusChange', status: 'held', statusChangeReason: 'A part is missing' }],
    });
    assert.deepEqual(kept(ticket), {
      '@type': 'TroubleTicket',
      externalId: 'T-1',
      relatedEntity: [{ id: 'x', role: 'product', '@referredType': 'Product' }],
      statusChange: [{ status: 'held', changeReason: 'A part is missing' }],
    });
  });

  it('comes back whole where v4 has no room for it', () => {
    const identifiers = [{ '@type': 'ExternalIdentifier', id: 'T-1', owner: 'CRM' }, { '@type': 'ExternalIdentifier', id: 'T-2' }];
    const ticket = stored('troubleTicket', { '@type': 'TroubleTicket', externalIdentifier: identifiers });
    assert.equal(ticket['externalId'], 'T-1');
    assert.deepEqual(shown('troubleTicket', kept(ticket))['externalIdentifier'], identifiers);
    const role = { '@type': 'PartyRole', id: 'r1', name: 'payer', role: 'payer', status: 'active' };
    const related = [{ '@type': 'RelatedPartyOrPartyRole', role: 'customer', partyOrPartyRole: role }];
    assert.deepEqual(shown('product', kept(stored('product', { relatedParty: related })))['relatedParty'], related);
  });

  it('takes away with null what is no longer, in every place it is kept', () => {
    assert.deepEqual(stored('productOrder', { creationDate: null, externalId: null, relatedParty: null }), {
      orderDate: null,
      externalId: null,
      externalIdentifier: null,
      relatedParty: null,
    });
    assert.deepEqual(stored('category', { parent: null }), { parentId: null, parent: null });
    assert.deepEqual(stored('customer', { engagedParty: { role: null } }), { engagedParty: { role: null } });
  });

  it('comes back with all its values, whatever v5 allows; and fits what v4 allows', () => {
    for (const definition of definitions) {
      const view = definition.views.find(({ version }) => version === 'v5');
      if (!view) continue;
      fc.assert(
        fc.property(valuesOf(v5Shapes, view.type, 4), (value) => {
          const said = { id: '1', ...(value as JsonObject), '@type': view.type };
          const body = kept(storedFromV5(definition, said));
          assert.deepEqual(lostIn(said, shownAsV5(definition, body)), []);
          if (definition.only !== 'v5') assert.equal(misfit(v4ShapesOf(definition.api), definition.type, body), undefined);
        }),
        { numRuns: 40, seed: 11 },
      );
    }
  });
});

describe('a path in v5', () => {
  const paths: Record<string, Record<string, string>> = {
    productOrder: {
      creationDate: 'orderDate',
      'externalId.id': 'externalId',
      'externalId.owner': 'externalIdentifier.owner',
      'relatedParty.partyOrPartyRole.id': 'relatedParty.id',
      'relatedParty.role': 'relatedParty.role',
      'productOrderItem.product.relatedParty.partyOrPartyRole.name': 'productOrderItem.product.relatedParty.name',
      'productOrderItem.product.place.place.city': 'productOrderItem.product.place.city',
      'ours.partyOrPartyRole': 'ours.partyOrPartyRole',
    },
    troubleTicket: {
      externalIdentifier: 'externalId',
      'statusChangeHistory.statusChangeDate': 'statusChange.changeDate',
      'relatedEntity.entity.id': 'relatedEntity.id',
    },
    category: { 'parent.id': 'parentId', 'parent.name': 'parent.name' },
    individual: {
      name: 'fullName',
      'contactMedium.emailAddress': 'contactMedium.characteristic.emailAddress',
      'contactMedium.preferred': 'contactMedium.preferred',
      'externalReference.externalIdentifierType': 'externalReference.externalReferenceType',
    },
    product: { 'productRelationship.id': 'productRelationship.product.id', 'productOrderItem.orderId': 'productOrderItem.productOrderId' },
    serviceProblem: { 'externalIdentifier.externalIdentifierType': 'externalIdentifier.externalIdentifierType' },
    partyInteraction: { 'relatedChannel.channel.name': 'channel.name' },
    queryProductOfferingQualification: { 'relatedParty.partyOrPartyRole.id': 'relatedParty.partyOrPartyRole.id' },
  };
  for (const [resource, pairs] of Object.entries(paths)) {
    it(`leads to where ${resource} keeps it`, () => {
      for (const [v5, v4] of Object.entries(pairs)) assert.equal(path(resource, v5), v4);
    });
  }

  it('finds what the view shows there', () => {
    const order: JsonObject = { orderDate: 'd', relatedParty: [{ id: 'p1', role: 'customer' }], externalId: 'O-1' };
    const at = (value: unknown, steps: string[]): unknown =>
      steps.reduce((found, step) => ([found].flat()[0] as JsonObject | undefined)?.[step], value);
    for (const dotted of ['creationDate', 'relatedParty.partyOrPartyRole.id', 'relatedParty.role', 'externalId.id']) {
      const inV5 = at(shown('productOrder', order), dotted.split('.'));
      assert.notEqual(inV5, undefined, dotted);
      assert.equal(at(order, path('productOrder', dotted).split('.')), inV5, dotted);
    }
  });
});

describe('hostile input', () => {
  const words = ['relatedParty', 'partyOrPartyRole', 'externalId', 'externalIdentifier', 'contactMedium', 'characteristic', 'parent', 'parentId'];
  const names = fc.constantFrom(...words, 'productRelationship', 'product', 'place', 'id', '@type', '@referredType', '__proto__', 'constructor', 'toString', 'value');
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<unknown>('PartyRef', 'Product', '__proto__', 'constructor', '', null, 7, true, [], {}),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const body = fc.dictionary(names, value, { maxKeys: 5, noNullPrototype: true });
  const definition = fc.constantFrom(...definitions);

  it('never throws, and what goes in as JSON comes out as JSON', () => {
    fc.assert(
      fc.property(definition, body, fc.array(names, { maxLength: 6 }), (facts, said, steps) => {
        const inV4 = storedFromV5(facts, said);
        const inV5 = shownAsV5(facts, { id: '1', ...said });
        for (const one of [inV4, inV5]) assert.deepEqual(JSON.parse(JSON.stringify(one)), one);
        assert.ok(pathFromV5(facts, steps).every((step) => typeof step === 'string'));
      }),
      { numRuns: 3000 },
    );
  });

  it('is left as it is below any depth a body may have', () => {
    let deep: JsonObject = {};
    for (let level = 0; level < 5000; level += 1) deep = { product: [deep] };
    assert.equal(shown('product', deep)['@type'], 'Product');
    assert.ok(stored('product', deep)['product']);
  });
});
