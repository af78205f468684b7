import 'reflect-metadata';
import { resolve } from 'node:path';
import { runGateway } from '#libs/cluster';
import { startEdge } from './start-edge.js';

await runGateway(process, (parts) => startEdge(parts, resolve(import.meta.dirname, '../../..')));
