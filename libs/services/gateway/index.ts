export { startGateway } from './src/start-gateway.js';
export type { GatewayOptions, RunningGateway } from './src/start-gateway.js';
export { services } from './src/forward/routes.js';
