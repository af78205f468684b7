import { DemoTime } from '#libs/services/gateway';

/** Nobody moves the time of a real region. */
export class RealTime extends DemoTime {
  now(): undefined {
    return undefined;
  }

  moveTo(): Promise<void> {
    return Promise.resolve();
  }
}
