import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../policy/actions.ts';
import { apiRoutes } from '../routes.ts';
import { aGateway, aTenant, bodyOf } from '../testing/fixtures.ts';
import { describeApi } from './openapi.ts';

test('every route says what it does and under which policy', () => {
  for (const { method, path, summary, policy } of apiRoutes) {
    assert.match(summary, /^\S.{5,}[.?]$/, `${method} ${path} has no summary`);
    assert.ok(Object.hasOwn(rules, policy?.action), `${method} ${path} has no policy`);
  }
});

test('every route changes things only by a method that says so', () => {
  for (const { method, path, policy } of apiRoutes) {
    const reads = policy.action.endsWith('.read');
    assert.ok(reads || method !== 'GET', `${method} ${path} acts as ${policy.action}`);
  }
});

test('no two routes share an address', () => {
  const names = apiRoutes.map(({ method, path }) => `${method} ${path}`);
  assert.equal(new Set(names).size, names.length);
});

test('the description has every route, and nothing but routes', () => {
  const { paths } = describeApi(apiRoutes, aTenant()) as { paths: Record<string, Record<string, { operationId: string }>> };
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const mounted = apiRoutes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  assert.deepEqual(described.toSorted(), [...mounted, 'GET /events'].toSorted());
  const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  assert.equal(new Set(ids).size, ids.length);
});

test('publishes the description to anybody', async () => {
  const response = await aGateway(apiRoutes).app.request('http://portal.test/api/v1/openapi.json');
  const { openapi, servers, paths } = await bodyOf<{ openapi: string; servers: unknown; paths: object }>(response);
  assert.equal(openapi, '3.1.0');
  assert.deepEqual(servers, [{ url: 'http://portal.test/api/v1' }]);
  assert.ok('/session' in paths);
});
