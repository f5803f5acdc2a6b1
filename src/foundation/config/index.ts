export { CONFIG, type DatabaseLogins, type HearthConfig, type LogLevel, loadConfig } from './config.js';
export { ConfigError } from './config-error.js';
