/** The part of kafkajs 2.2.4 that it has no types for and that we mend: see `request-queue.ts`. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  export default class RequestQueue {
    readonly pending: readonly unknown[];
    scheduleCheckPendingRequests(): void;
  }
}
