import type { SchoolLocationChanged } from '#libs/contracts';

/** The request's own school, as the directory published it. */
export type SchoolLocation = SchoolLocationChanged;
