import { randomUUID } from 'node:crypto';
import type { Answered } from '../support/caller.js';
import type { Sender, Things } from './two-regions.js';

interface Operation {
  readonly 'x-policy'?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly example?: object; readonly schema?: { readonly $ref?: string } }>
    >;
  };
}

export interface Route {
  readonly method: string;
  readonly path: string;
  /** `GET /api/requests/{id}` */
  readonly name: string;
  readonly operation: Operation;
  readonly example: Readonly<Record<string, unknown>> | undefined;
  readonly schema: string | undefined;
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const order = ['get', 'patch', 'post', 'delete'];

/** Reads before changes, and what takes something away last. */
export function routesOf(document: ApiDocument): Route[] {
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const body = Object.values(operation.requestBody?.content ?? {})[0];
      return {
        method: method.toUpperCase(),
        path,
        name: `${method.toUpperCase()} ${path}`,
        operation,
        example: body?.example as Route['example'],
        schema: body?.schema?.$ref?.split('/').at(-1),
      };
    }),
  );
  const rank = ({ method, path }: Route) =>
    order.indexOf(method.toLowerCase()) + (/withdraw|erase|decline|cancel|block/.test(path) ? 10 : 0);
  return routes.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

const ownerOfPath: readonly (readonly [RegExp, (things: Things) => string])[] = [
  [/^\/api\/regions\//, ({ region }) => region],
  [/^\/api\/school-locations\//, ({ school }) => school],
  [/^\/api\/organisations\//, ({ organisation }) => organisation],
  [/^\/api\/groups\//, ({ group }) => group],
  [/^\/api\/people\//, ({ person }) => person],
  [/^\/api\/invitations\//, ({ invitation }) => invitation],
  [/^\/api\/claims\//, ({ claim }) => claim],
  [/^\/api\/(requests|proposals)\//, ({ request }) => request],
  [/^\/api\/(offers|catalogue)\//, ({ offer }) => offer],
  [/^\/api\/slots\//, ({ slot }) => slot],
  [/^\/api\/calls\//, ({ call }) => call],
  [/^\/api\/matches\//, ({ match }) => match],
  [/^\/api\/rounds\//, ({ round }) => round],
  [/^\/api\/parked\//, () => 'requests.000000000000000000000000'],
];

/** The address of that route for those things; of what nobody has, an id that is nobody's. */
export function addressOf({ path, operation }: Route, things: Things): string {
  const id = ownerOfPath.find(([pattern]) => pattern.test(path))?.[1](things) ?? 'nothing';
  const filled = path.replace(/\{[^}]+\}/, encodeURIComponent(id));
  const names = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
  const query = {
    ...(names.includes('region') ? { region: things.region } : {}),
    ...(names.includes('holidayRegion') ? { holidayRegion: 'noord', schoolYear: '2026-2027' } : {}),
    ...(path === '/api/audit' ? { limit: '100' } : {}),
  };
  const text = new URLSearchParams(query).toString();
  return text ? `${filled}?${text}` : filled;
}

const named: Readonly<Record<string, (things: Things) => unknown>> = {
  schoolLocationId: ({ school }) => school,
  organisationId: ({ organisation }) => organisation,
  organisationIds: ({ organisation }) => [organisation],
  regionId: ({ region }) => region,
  region: ({ region }) => region,
  regionIds: ({ region }) => [region],
  requestId: ({ request }) => request,
  offerId: ({ offer }) => offer,
  slotId: ({ slot }) => slot,
  slotIds: ({ slot }) => [slot],
  groupId: ({ group }) => group,
  email: () => `${randomUUID()}@leerbrug.test`,
  personId: ({ person }) => person,
};
const leftOut: ReadonlySet<string> = new Set([
  'preferred',
  'contactId',
  'givenBy',
  'deputyId',
  'assigneeId',
  'keptOfferIds',
]);

/** The route's own example, about those things. */
export function bodyOf(value: unknown, things: Things): unknown {
  if (Array.isArray(value)) return value.map((each) => bodyOf(each, things));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !leftOut.has(name))
      .map(([name, inner]) => [name, named[name]?.(things) ?? bodyOf(inner, things)]),
  );
}

/** What the examples leave to be found out. */
const alsoNamed: Readonly<Record<string, (things: Things) => object>> = {
  ContactBody: ({ contact }) => ({ contactId: contact }),
  PostRequestBody: ({ region }) => ({ regionId: region }),
};

/** What would change the others' answers: the time, and who a browser's session is of. */
const withoutEffect: Readonly<Record<string, object>> = {
  '/api/demo/clock': { advance: 'never' },
  '/api/demo/sign-in': { personId: 'nobody' },
};

/** A change names a version that nobody saw, so that whoever may is told 412 and nothing moves. */
export function attempt(sender: Sender, route: Route, things: Things): Promise<Answered> {
  const { method, path, example, schema } = route;
  const sent = withoutEffect[path] ?? (example ? (bodyOf(example, things) as object) : {});
  const body = { ...sent, ...alsoNamed[schema ?? '']?.(things) };
  return sender.send(
    method,
    addressOf(route, things),
    method === 'GET' || method === 'DELETE' ? undefined : body,
    {
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(method === 'PATCH' ? { 'if-match': '"99999"' } : {}),
      ...(path === '/metrics' ? { 'x-forwarded-for': '203.0.113.9' } : {}),
    },
  );
}
