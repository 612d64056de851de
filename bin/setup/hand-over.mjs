import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/**
 * Runs a program of ours on the given Node and becomes as good as it: passes on the signals, ends as it ends. The program has a process group of
 * its own, so that Ctrl-C reaches it once, through us; and it stops by itself when we are killed in a way that cannot be passed on.
 */
export function handOver(node, args) {
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/ventanilla') };
  const child = spawn(node, ['--import', join(root, 'bin/setup/follow-parent.mjs'), ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: true });
  for (const signal of signals) process.on(signal, once(() => child.kill(signal)));
  child.on('error', (error) => { console.error(`No se pudo ejecutar ${node}: ${error.message}`); process.exitCode = 1; });
  child.on('exit', (code, signal) => (signal ? endAs(signal) : process.exit(code)));
}

// Ctrl-C reaches us from the terminal and again from npm. A program that is ending takes a second one as an order to drop everything.
function once(work) {
  let last = 0;
  return () => {
    const again = Date.now() - last < 1000;
    last = Date.now();
    if (!again) work();
  };
}

// Whoever waits for us learns by which signal the program died.
function endAs(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
