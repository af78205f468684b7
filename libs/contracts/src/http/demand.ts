import { many, nullable, text, whole } from './shown.js';

/** How many open requests ask for a theme; in how many places there are fewer than five is not told. */
export class DemandByPlaceView {
  /** A root of the taxonomy. */
  @text theme: string;
  @text municipality: string;
  /** Null: some, and fewer than five, or as many as would tell another number. */
  @nullable @whole requests: number | null;
}

class DemandByThemeView {
  @text theme: string;
  /** Null: some, and fewer than five. */
  @nullable @whole requests: number | null;
}

/** GET /api/demand: what is asked and has no appointment yet; no school is named. */
export class OpenDemandView {
  @many(() => DemandByThemeView) themes: DemandByThemeView[];
  @many(() => DemandByPlaceView) places: DemandByPlaceView[];
}
