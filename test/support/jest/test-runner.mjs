import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import circus from 'jest-circus/runner';
import { TestModules, forgetProgram } from './modules.mjs';

const initializer = join(
  dirname(createRequire(import.meta.url).resolve('jest-circus/runner')),
  'jestAdapterInit.js',
);

/** What jest-circus keeps on the global object, which Jest otherwise throws away with the file. */
const circusKeys =
  /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|RETRY_\w+|WAIT_BEFORE_RETRY|LOG_ERRORS_BEFORE_RETRY)$/;

/**
 * Jest's own runner, with one difference: Jest loads the whole program and every package anew for each test file,
 * here a worker loads them once. That was more than half of all the work of a run.
 */
// oxlint-disable-next-line import/no-default-export -- Jest asks for one
export default async function runFile(globalConfig, config, environment, runtime, testPath, send) {
  if (globalConfig.watch || globalConfig.watchAll) forgetProgram();
  // A require of its own, and jest-circus anew: neither holds on to the tests of the file before.
  const require = createRequire(import.meta.url);
  delete require.cache[initializer];
  const modules = new TestModules(config, runtime, testPath);
  runtime.requireInternalModule = (path) => require(path);
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (path) => modules.import(path);
  return new Promise((resolve, reject) => {
    // Not awaited, or a frame of ours would stand in the trace of every failure.
    circus.default(globalConfig, config, environment, runtime, testPath, send).then(
      (result) => resolve(result),
      (error) => reject(error),
    );
  }).finally(forgetTests);
}

function forgetTests() {
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (circusKeys.test(key.description)) Reflect.deleteProperty(globalThis, key);
}
