import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Most of a start is compiling packages: what was compiled is kept for the next one.
enableCompileCache(join(import.meta.dirname, '../../../.compile-cache'));
await import('./run.js');
