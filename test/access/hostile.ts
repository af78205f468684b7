import { addressOf, bodyOf, type ApiDocument, type Route } from './attempts.js';
import type { Things } from './two-regions.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A request that no honest program sends. */
export interface Hostile {
  readonly what: string;
  readonly path: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const long = 'x'.repeat(10_000);
const strangers = {
  role: 'operator',
  ownerId: 'operator',
  ver: 1,
  rev: 99,
  seq: 1,
  state: 'confirmed',
  id: 'chosen',
  _id: 'chosen',
  actor: 'operator',
  regions: ['*'],
  constructor: { prototype: { role: 'operator' } },
  prototype: { role: 'operator' },
  $where: 'sleep(1000)',
  $set: { role: 'operator' },
};

const hostileOf = {
  string: [{ $ne: null }, { $regex: '.*' }, ['a'], 42, true, `a${String.fromCharCode(0)}b`, long],
  number: [{ $gt: '' }, '1', 1e308, -1e15, [1], true, 0.123456789],
  boolean: [{ $ne: 1 }, 'true', 1, []],
  array: [{ $size: 1 }, 'x', 1, { length: 1e9 }, [{ $ne: null }], [[]], [long], [null]],
  object: ['x', [], 7, [{}]],
} as const;
const broken = ['tess@leerbrug.test\r\nBcc: all@leerbrug.test', 'Tess\nSubject: yours', 'a\u2028b\r\nc'];

/** Whatever the document says a body is, somewhere not that: every field in turn, at every depth. */
export function hostileBodies(route: Route, document: ApiDocument, things: Things): Hostile[] {
  const schema = document.components.schemas[route.schema ?? ''] as Schema | undefined;
  if (!schema || !route.example) return [];
  const honest = bodyOf(route.example, things) as Record<string, unknown>;
  const path = addressOf(route, things);
  const resolve = ({ $ref, anyOf, ...rest }: Schema): Schema => {
    if ($ref) return resolve(document.components.schemas[$ref.split('/').at(-1) ?? ''] as Schema);
    const [first] = anyOf ?? [];
    return first ? resolve(first) : rest;
  };
  const found: Hostile[] = [];
  const send = (what: string, body: unknown) => found.push({ what, path, text: JSON.stringify(body) });
  const walk = (at: string, of: Schema, value: unknown, put: (value: unknown) => unknown) => {
    const own = resolve(of);
    for (const evil of evilsOf(own)) send(`${at} = ${JSON.stringify(evil).slice(0, 40)}`, put(evil));
    if (own.properties) {
      const inner = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
      for (const [name, each] of Object.entries(own.properties))
        walk(`${at}.${name}`, each, inner[name], (changed) => put({ ...inner, [name]: changed }));
      for (const [name, extra] of Object.entries(strangers)) {
        // Deeper down those that a stranger would try first.
        const here = at === 'body' || ['role', 'ver', 'prototype'].includes(name);
        if (here && !(name in own.properties)) send(`${at} + ${name}`, put({ ...inner, [name]: extra }));
      }
    }
    if (own.items && Array.isArray(value) && value.length > 0)
      walk(`${at}[0]`, own.items, value[0], (changed) => put([changed, ...value.slice(1)]));
  };
  walk('body', schema, honest, (value) => value);
  const text = JSON.stringify(honest);
  const raw: readonly (readonly [string, string])[] = [
    ['__proto__', text.replace(/^\{/, `{"__proto__":{"role":"operator"}${text === '{}' ? '' : ','}`)],
    ['not JSON', `${text}}`],
    ['cut off', text.slice(0, -1)],
    ['a thousand brackets', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['not UTF-8', `${text.slice(0, -1)}\u0000`],
  ];
  for (const [what, sent] of raw) found.push({ what, path, text: sent });
  return found;
}

function evilsOf({ type, format, pattern, properties, maxLength }: Schema): readonly unknown[] {
  switch (type) {
    case 'string': {
      const lines =
        format || pattern?.includes('\\P{Cc}*$') || pattern?.startsWith('^[A-Za-z0-9') ? broken : [];
      return [
        ...hostileOf.string.filter((evil) => evil !== long || (maxLength ?? 0) < long.length),
        ...lines,
      ];
    }
    case 'integer':
    case 'number':
      return hostileOf.number.filter((evil) => evil !== 0.123456789 || type === 'integer');
    case 'boolean':
      return hostileOf.boolean;
    case 'array':
      return hostileOf.array;
    default:
      return properties ? hostileOf.object : [];
  }
}

const evilIds = [
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%2e%2e',
  "'%20or%201=1--",
  '%7B%22$ne%22:null%7D',
  '__proto__',
  'constructor',
  'toString',
  '%0d%0aset-cookie:%20a=b',
  'x'.repeat(4_000),
  '%F0%9F%92%A9',
  '%ff',
];

/** Addresses with an id that is none. */
export function hostileIds({ path, example }: Route, things: Things): Hostile[] {
  if (!path.includes('{')) return [];
  const text = example ? JSON.stringify(bodyOf(example, things)) : undefined;
  return evilIds.map((evil) => ({
    what: `id ${evil.slice(0, 30)}`,
    path: path.replace(/\{[^}]+\}/, evil),
    ...(text ? { text } : {}),
  }));
}

const evilValues = [
  '%00',
  long,
  '{"$ne":null}',
  "' or 1=1--",
  '__proto__',
  '-1',
  '1e309',
  '2027-99-99',
  '\r\nx: y',
  '[object Object]',
];

/** Questions with values that are none, twice the same name, and names that nobody knows. */
export function hostileQueries(route: Route, things: Things): Hostile[] {
  const names = (route.operation.parameters ?? [])
    .filter((each) => each.in === 'query')
    .map(({ name }) => name);
  const path = addressOf(route, things);
  const join = path.includes('?') ? '&' : '?';
  const with_ = (what: string, query: string) => ({
    what: `query ${what.slice(0, 40)}`,
    path: `${path}${join}${query}`,
  });
  return [
    ...names.flatMap((name) => [
      ...evilValues.map((evil) => with_(`${name}=${evil}`, `${name}=${encodeURIComponent(evil)}`)),
      with_(`${name}[$ne]`, `${name}[$ne]=1`),
      with_(`${name} twice`, `${name}=a&${name}=b`),
      with_(`${name}[]`, `${name}[]=1`),
    ]),
    ...['role=operator', 'as=operator', '__proto__[role]=operator', 'constructor=1', '$where=1'].map(
      (query) => with_(query, query),
    ),
  ];
}

const identity = [
  'x-user-id',
  'x-actor',
  'x-roles',
  'x-forwarded-user',
  'x-authenticated-user',
  'x-person',
  'remote-user',
];

/** Who says so themselves, and keys that are none. */
export function hostileHeaders(route: Route, things: Things): Hostile[] {
  const path = addressOf(route, things);
  const sent = { text: '{"broken"' };
  return [
    ...identity.map((name) => ({ what: `header ${name}`, path, headers: { [name]: 'operator' }, ...sent })),
    { what: 'key of 10,000 characters', path, headers: { 'idempotency-key': long.slice(0, 9_000) }, ...sent },
    { what: 'If-Match *', path, headers: { 'if-match': '*' }, ...sent },
    { what: 'text/plain', path, headers: { 'content-type': 'text/plain' }, text: 'role=operator' },
    {
      what: 'a form',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      text: 'role=operator',
    },
  ];
}
