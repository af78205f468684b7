import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

// Compiling what is imported takes a quarter of a start; kept beside the build, so that a new build starts afresh.
enableCompileCache(resolve(import.meta.dirname, '../../../.compile-cache'));
await import('./serve.js');
