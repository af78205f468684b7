import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const { scheduleCheckPendingRequests: schedule } = RequestQueue.prototype;

/**
 * kafkajs 2.2.4 looks at the queue of each connection again after a negative time, which is a millisecond: two
 * connections keep a process busy for as long as it lives (and Node warns of it). Where nothing waits there is nothing
 * to look at; whatever comes to wait is looked at then.
 */
export function lookOnlyWhileSomethingWaits(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}
