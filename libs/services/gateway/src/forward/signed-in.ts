import { NotSignedIn, mayTry, refuseAccess, type Action, type Actor } from '#libs/runtime';

/** The person behind a request to the gateway's own routes. @throws NotSignedIn; Refusal `access.not-allowed` */
export function signedIn(actor: Actor | undefined, action: Action): Actor {
  if (!actor || actor.id === 'visitor') throw new NotSignedIn();
  if (!mayTry(actor, action)) throw refuseAccess('access.not-allowed');
  return actor;
}
