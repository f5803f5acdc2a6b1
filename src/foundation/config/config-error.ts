import { StartupError } from '#src/foundation/startup/index.js';

/** The environment asks for something that cannot be. One line; names and rules only, no value. */
export class ConfigError extends StartupError {
  constructor(readonly faults: readonly string[]) {
    super(`Wrong configuration: ${faults.join('; ')}.`);
  }
}
