export {
  CONFIG,
  type GivenLogins,
  type HearthConfig,
  type SingleSignOnSettings,
  type LogLevel,
  loadConfig,
} from './config.js';
export { ConfigError } from './config-error.js';
