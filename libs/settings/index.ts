export { InstallationSettings, oidcOf } from './src/installation-settings.js';
export { smtpOf } from './src/mail-settings.js';
export { ConfigInvalid, readSettings } from './src/read-settings.js';
export type { Environment } from './src/read-settings.js';
export { Says, webAddress } from './src/setting.js';
