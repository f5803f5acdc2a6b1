export { CONFIG, type GivenLogins, type HearthConfig, type LogLevel, loadConfig } from './config.js';
export { ConfigError } from './config-error.js';
