export { startGateway } from './src/start-gateway.js';
export type { GatewayOptions, RunningGateway } from './src/start-gateway.js';
export type { RateLimits } from './src/limits/rate-limits.js';
export { DemoTime } from './src/move-clock/demo-time.js';
export { demoRefusals } from './src/move-clock/move-clock.errors.js';
export { services } from './src/forward/routes.js';
