import type { components } from './schema.js';

export type Report = components['schemas']['RegionReportView'];
export type Activity = components['schemas']['ActivityRowView'];
export type Reach = components['schemas']['ReachLineView'];
export type DemandCell = components['schemas']['DemandCellView'];
export type DemandRow = components['schemas']['DemandRowView'];
