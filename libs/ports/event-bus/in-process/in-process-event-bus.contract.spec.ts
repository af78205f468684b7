import { describeEventBus } from '#libs/ports/event-bus/contract';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { InProcessEventBus } from './in-process-event-bus.js';

describeEventBus('InProcessEventBus', async () => {
  const folder = new TemporaryFolder();
  const bus = new InProcessEventBus(folder.file);
  const reopen = () => bus.close().then(async () => new InProcessEventBus(await folder.reopen()));
  return { bus, topics: ['suite-a', 'suite-b'], reopen, end: () => bus.close().then(() => folder.end()) };
});
