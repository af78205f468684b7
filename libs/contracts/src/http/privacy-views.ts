import { byName, moment, text } from './shown.js';

/** GET /api/me/export: everything that is kept of whoever asks, by the service that keeps it. */
export class MyDataView {
  @text personId: string;
  @moment at: string;
  @byName({ type: 'object' }) services: Record<string, object>;
}

/** POST /api/people/:id/erase */
export class PersonErasedView {
  @text id: string;
}
