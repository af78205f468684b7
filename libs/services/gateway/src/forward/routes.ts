/** Which service answers which path under `/api`; the first that fits counts. */
const routes: readonly (readonly [RegExp, string])[] = [
  [/^requests\/([^/]+\/(proposals|call)|preview)$/, 'matching'],
  [/^(requests(\/|$)|demand$)/, 'requests'],
  [/^slots\/[^/]+\/(bookings(\/preview)?|waiting-list)$/, 'matching'],
  [/^(offers|slots|catalogue)(\/|$)/, 'offers'],
  [/^matches\/[^/]+\/(visit-sheet|calendar\.ics|contacts|messages)$/, 'notifications'],
  [/^(matches|proposals|freed-places|rounds|calls)(\/|$)/, 'matching'],
  [/^(reports|exports)(\/|$)/, 'impact'],
  [/^audit(\/|$)/, 'audit'],
  [/^inbox$/, 'notifications'],
  [/^unsubscribe\/[^/]+$/, 'notifications'],
  [/^(demo\/mailbox|me\/calendar-feed|calendar-feeds\/[^/]+)$/, 'notifications'],
  [
    /^(me|taxonomy|calendar|regions|school-locations|groups|organisations|imports|api-tokens|people|invitations|claims)(\/|$)/,
    'directory',
  ],
];

/** The service that owns an address such as `/api/requests?state=open`; undefined when none does. */
export function serviceOf(url: string): string | undefined {
  const path = (url.split('?')[0] as string).replace(/^\/api\//, '').replace(/\/$/, '');
  const parked = /^parked\/([a-z]+)\.[^/]+(\/(replay|drop))?$/.exec(path);
  if (parked) return parked[1];
  return routes.find(([pattern]) => pattern.test(path))?.[1];
}

export const services: readonly string[] = [
  'directory',
  'requests',
  'offers',
  'matching',
  'notifications',
  'impact',
  'audit',
];
