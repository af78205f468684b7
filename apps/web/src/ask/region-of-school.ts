/** The one of a school's regions that somebody chose, else its first; empty for a school in no region. */
export const regionAmong = (regionIds: readonly string[], chosen: string): string =>
  regionIds.includes(chosen) ? chosen : (regionIds[0] ?? '');

/** As the server takes it: a school in no region leaves it out, and hears what to do. */
export const inRegion = (regionId: string): { readonly regionId?: string } => (regionId ? { regionId } : {});
