import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program that serves Hearth and waits until it says that it can do its work. */
export async function start(command, args, { cwd, env, within }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = once(child, 'exit');
  for (const until = Date.now() + within * 1000; !(await isReady(url));) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGTERM');
      throw new Error(`It did not get ready within ${within} s.\n${said}`);
    }
    await pause(100);
  }
  return { url, child, ended, said: () => said };
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** SIGTERM, exit code 0 within so many seconds, and no process left that names the folder. */
export async function stop({ child, ended, said }, folder, within) {
  child.kill('SIGTERM');
  const late = pause(within * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`It did not end within ${within} s of SIGTERM.\n${said()}`);
  });
  const [code, signal] = await Promise.race([ended, late]);
  expect('the exit code after SIGTERM', code ?? signal, 0);
  expect('processes left over', processesNaming(folder), []);
}

function processesNaming(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && Number(name) !== process.ppid)
    .map((pid) => `${pid} ${commandLine(pid)}`)
    .filter((line) => line.includes(folder));
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

export async function read(url, status = 200) {
  const answer = await fetch(url);
  expect(`the status of ${url}`, answer.status, status);
  return answer;
}

export function expect(what, found, wanted) {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}
