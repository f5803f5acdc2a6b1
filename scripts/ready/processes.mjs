import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './setup.mjs';

/**
 * Runs Node with these arguments in the project's folder and resolves to its exit code. A signal that would end
 * us is handed on, and we end when the child has.
 */
export function runNode(args, options) {
  return runProgram(process.execPath, args, options);
}

export function runProgram(command, args, { env = process.env, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const handOn = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, handOn);
    const settle = (done, value) => {
      for (const signal of signals) process.off(signal, handOn);
      done(value);
    };
    child.once('error', (error) => settle(reject, error));
    child.once('exit', (code, signal) => settle(resolve, code ?? 128 + constants.signals[signal]));
  });
}
