import { type Attack, collectionOf, existing } from './terrain.ts';

const INJECTIONS = [
  "' or 1=1 --", "'; drop table doc; --", '") ? (@ == 1)', '$.** ? (1 == 1)', '$[*]', '\\"', '\\', "a'b", '@.id', '%27', '" || true || "',
  'a".b', '$1', '::jsonb', '{{7*7}}', '<script>', '../../etc/passwd', 'id\\u0000', '?(@.x)', 'lax $', 'like_regex ".*"', '\u202e', '🦊',
];
const NAMES = ['id', 'name', 'state', 'relatedParty.id', 'a.b.c.d.e.f.g.h.i', '__proto__', 'constructor.name', 'fields', 'filter', 'limit', 'offset', 'sort', 'toString', '@type', '..', '.', '', '[0]', '*', '$'];

const paths: Attack = (dice, terrain) => {
  const base = collectionOf(dice.pick(terrain.targets));
  const trick = dice.pick([
    '/%2e%2e/%2e%2e', '/..%2f..', '/%00', '/%', '/%zz', '/%c0%ae', '//', '/./', '/;jsessionid=1', '/%ff', '/a%20b', '/%25', '/*', '/hub/%00', '/hub',
    '/constructor', '/__proto__', '/%5c', '/..;/', '/id/extra/steps', `/${'a'.repeat(dice.pick([100, 2000, 7000]))}`, `/${encodeURIComponent(dice.pick(INJECTIONS))}`, '/?', '/#x',
  ]);
  const whole = dice.chance(0.3) ? dice.pick(['/', '/tmf-api', '/tmf-api/', '/tmf-api/troubleTicket', '/tmf-api/troubleTicket/v9/troubleTicket', '/sim/v1/clock', '/%2e%2e/tmf-api', '/TMF-API/x', '/tmf-api/%00/v4']) : `${base}${trick}`;
  const method = dice.pick(['GET', 'GET', 'GET', 'DELETE', 'PATCH', 'POST', 'HEAD']);
  if (method === 'PATCH' || method === 'POST') return { method, path: whole, headers: { 'content-type': 'application/json' }, body: '{}' };
  return { method, path: whole };
};

const filters: Attack = (dice, terrain) => {
  const parts = Array.from({ length: dice.between(1, 5) }, () => {
    const name = dice.chance(0.6) ? dice.pick(NAMES) : dice.pick(INJECTIONS);
    const operator = dice.pick(['', '.gt', '.gte', '.lt', '.lte', '.eq', '.regex', '[]', '.gt.gt']);
    const value = dice.pick([...INJECTIONS, '', '1', '-1', '1e999', '9'.repeat(400), 'a,'.repeat(dice.pick([3, 150, 300])), '%00', '2026-13-45', 'null']);
    return dice.chance(0.8) ? `${encodeURIComponent(name)}${operator}=${encodeURIComponent(value.toWellFormed())}` : `${name.replaceAll(/[^\w.$*'"-]/g, '')}${operator}=%zz`;
  });
  return { method: 'GET', path: `${collectionOf(dice.pick(terrain.targets))}?${parts.join(dice.pick(['&', '&', '&', ';', '&&']))}` };
};

const absurd: Attack = (dice, terrain) => {
  const path = dice.chance(0.7) ? collectionOf(dice.pick(terrain.targets)) : existing(dice, terrain);
  const query = dice.pick([
    'a=1&'.repeat(dice.pick([31, 200, 1500])),
    `fields=${'x,'.repeat(dice.pick([100, 3000]))}`,
    `sort=${'-id,'.repeat(dice.pick([4, 5, 1000]))}`,
    `limit=${dice.pick(['-0', '1e9', '999999999', '9999999999', '0x10', ' 1', '١', 'NaN', '1.0', ''])}`,
    `offset=${dice.pick(['-1', '999999999', '9'.repeat(50), '1e3', 'null'])}`,
    `filter=${encodeURIComponent('$[?(@.state=="x" && (1==1 || /(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaa!")))]')}`,
    `${'a.'.repeat(dice.pick([8, 100, 2000]))}b=1`,
    `${'n'.repeat(dice.pick([64, 65, 5000]))}=1`,
    '=&=&==', '%00=1', 'a=%ed%a0%80', 'a=%ff%fe', '?????', '&&&&',
  ]);
  return { method: dice.pick(['GET', 'GET', 'HEAD']), path: `${path}?${query.slice(0, 12_000)}` };
};

const methods: Attack = (dice, terrain) => {
  const method = dice.pick(['PUT', 'TRACE', 'PROPFIND', 'OPTIONS', 'HEAD', 'LOCK', 'PURGE', 'SEARCH', 'MKCOL', 'POST', 'DELETE', 'PATCH']);
  const path = dice.chance(0.5) ? existing(dice, terrain) : collectionOf(dice.pick(terrain.targets));
  if (!['PUT', 'POST', 'PATCH', 'PROPFIND'].includes(method)) return { method, path };
  return { method, path, headers: { 'content-type': 'application/json' }, body: dice.pick(['{}', '[]', '', 'null']) };
};

const subscriptions: Attack = (dice, terrain) => {
  const [, { bases }] = dice.pick(terrain.targets);
  const callback = dice.pick<unknown>(['', 'nonsense', 'file:///etc/passwd', 'javascript:alert(1)', 'http://[::ffff:127.0.0.1', 'https://user:pass@example.com/', 7, null, {}, ['https://a.example'], `https://${'a'.repeat(3000)}.example/`, 'data:,x', 'https://\u0000/']);
  const query = dice.pick<unknown>([null, 'eventType=', '=', 'eventType=%zz', 7, {}, '&'.repeat(500), 'state=x', "eventType=' or 1=1"]);
  if (dice.chance(0.3)) return { method: dice.pick(['GET', 'DELETE', 'PATCH']), path: `${bases[0]}/hub/${encodeURIComponent(dice.pick(INJECTIONS))}` };
  return { method: 'POST', path: `${bases[0]}/hub`, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ callback, query }) };
};

export const questions: Readonly<Record<string, Attack>> = { paths, filters, absurd, methods, subscriptions };
