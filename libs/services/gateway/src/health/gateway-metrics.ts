import { Gauge, Histogram, Registry } from 'prom-client';

/** What the gateway measures of itself, beside what its services do. */
export class GatewayMetrics {
  readonly registry = new Registry();
  readonly admissions = new Histogram({
    name: 'leerbrug_admission_seconds',
    help: 'Time it took to know who asks and to sign it for a service',
    buckets: [0.00005, 0.0001, 0.0002, 0.0005, 0.002, 0.01, 0.1],
    registers: [this.registry],
  });
  readonly servicesUp = new Gauge({
    name: 'leerbrug_service_up',
    help: 'Whether a service gave its figures: 1, or 0 when it is away',
    labelNames: ['service'],
    registers: [this.registry],
  });
}
