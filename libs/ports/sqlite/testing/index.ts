export { TemporaryFolder } from './temporary-folder.js';
export { runScript } from './run-script.js';
