import { moment, optional, text, texts } from './shown.js';

/** GET /api/audit: who did what to which object when. What a field held is not kept. */
export class AuditEntryView {
  @text id: string;
  @moment at: string;
  /** The id of a person, `visitor`, or `service:<name>`. */
  @text actor: string;
  /** The type of the event, such as `requests.request-posted`. */
  @text action: string;
  @text object: string;
  @texts regions: string[];
  @optional @text school?: string;
  @optional @text organisation?: string;
  /** What changed, by name. */
  @texts fields: string[];
  /** Of a sign-in by what means (`code`, `issuer`, `demo`), of a refused one also why. */
  @optional @text how?: string;
}
