import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a service measures of itself; names carry their unit. */
export class Metrics {
  readonly registry = new Registry();
  readonly eventsHandled: Histogram<'type'>;
  readonly eventsParked: Counter<'why'>;
  readonly waits: Counter<'what'>;
  readonly failures: Counter<'where'>;
  readonly requests: Histogram<'method' | 'status'>;
  readonly lag: Gauge;
  readonly followUpsLate: Gauge;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    const registers = [this.registry];
    this.eventsHandled = new Histogram({
      name: 'leerbrug_event_handled_seconds',
      help: 'Time a handler took for one event',
      labelNames: ['type'],
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
      registers,
    });
    this.eventsParked = new Counter({
      name: 'leerbrug_events_parked_total',
      help: 'Events put aside for an operator',
      labelNames: ['why'],
      registers,
    });
    this.waits = new Counter({
      name: 'leerbrug_waits_total',
      help: 'Times something waited for a dependency that was away',
      labelNames: ['what'],
      registers,
    });
    this.failures = new Counter({
      name: 'leerbrug_failures_total',
      help: 'Errors that were our fault',
      labelNames: ['where'],
      registers,
    });
    this.requests = new Histogram({
      name: 'leerbrug_http_seconds',
      help: 'Time from request to answer',
      labelNames: ['method', 'status'],
      buckets: [0.002, 0.01, 0.05, 0.2, 1, 5],
      registers,
    });
    this.lag = new Gauge({ name: 'leerbrug_consumer_lag_events', help: 'Events not handled yet', registers });
    this.followUpsLate = new Gauge({
      name: 'leerbrug_follow_ups_late',
      help: 'Messages and deadlines that fell due over an hour ago and were not dealt with',
      registers,
    });
  }
}
