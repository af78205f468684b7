/**
 * A dependency (store, bus, queue, mail server, another service) cannot be reached just now. Nothing is known about the
 * outcome; the caller waits and tries again. Never a reason to park an event.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  constructor(dependency: string, options?: ErrorOptions) {
    super(`${dependency} cannot be reached`, options);
  }
}
