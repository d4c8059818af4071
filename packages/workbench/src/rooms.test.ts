import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenRooms, rooms } from './rooms.ts';

test('a room is meant by its folder, its path or its package', () => {
  for (const name of ['bill-viewer', 'portlets/bill-viewer', './portlets/bill-viewer/', '@faceplate/bill-viewer']) {
    assert.deepEqual(chosenRooms([name]).map(({ path }) => path), ['portlets/bill-viewer']);
  }
});

test('a name that means no room is refused, with those there are', () => {
  assert.throws(() => chosenRooms(['bill-vewer']), /no room "bill-vewer".+bill-viewer/);
});

test('rooms that draw are tested in a browser, services in Node', () => {
  const inBrowser = new Set(rooms().filter(({ browser }) => browser).map(({ path }) => path));
  for (const path of ['shell', 'shared/ui', 'shared/portlet-kit', 'portlets/bill-viewer']) assert.ok(inBrowser.has(path), path);
  for (const path of ['shared/client', 'packages/gateway', 'mocks']) assert.ok(!inBrowser.has(path), path);
});
