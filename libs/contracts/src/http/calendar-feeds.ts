import { moment, nullable, text } from './shown.js';

/** GET, DELETE /api/me/calendar-feed: since when there is an address; null when there is none. */
export class CalendarFeedView {
  @nullable @moment madeAt: string | null;
}

/** POST /api/me/calendar-feed: the only time that the address is told. */
export class MadeCalendarFeedView {
  @text url: string;
  @moment madeAt: string;
}
