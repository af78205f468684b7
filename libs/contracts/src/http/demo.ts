import { JSONSchema } from 'class-validator-jsonschema';
import { Text } from '../rules.js';
import { moment } from './shown.js';

/** POST /api/demo/clock: how far time moves forward, as an ISO 8601 duration. */
@JSONSchema({ example: { advance: 'P1D' } })
export class MoveClockBody {
  @Text(40) advance: string;
}

/** What time it is in the demo. */
export class DemoClockView {
  @moment now: string;
}
