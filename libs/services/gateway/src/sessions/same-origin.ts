import { problemOf, refuseAccess, type Problem } from '#libs/runtime';

export interface CameFrom {
  readonly method: string;
  /** By an API token, which no page of another site can send. */
  readonly byToken: boolean;
  readonly hasSession: boolean;
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly publicUrl: string;
}

/** What a browser did for a page that is not ours; undefined when there is nothing against it. */
export function refusedAsForeign(came: CameFrom): Problem | undefined {
  if (came.byToken || /^(GET|HEAD|OPTIONS)$/.test(came.method)) return undefined;
  return isOurs(came) ? undefined : problemOf(refuseAccess('access.cross-site'));
}

function isOurs({ hasSession, secFetchSite, origin, host, publicUrl }: CameFrom): boolean {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin';
  // Programs send neither; a browser that sends no origin either must not use its session.
  if (origin === undefined) return !hasSession;
  if (!URL.canParse(origin)) return false;
  if (URL.canParse(publicUrl) && new URL(publicUrl).origin === origin) return true;
  return !publicUrl.startsWith('https:') && new URL(origin).host === host;
}
