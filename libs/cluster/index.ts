export { ConfigInvalid, readServers } from './src/config.js';
export { collectionsOf, prepareServers } from './src/prepare-servers.js';
export { runGateway } from './src/run-gateway.js';
export { runService } from './src/run-service.js';
