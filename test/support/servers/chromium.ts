import { chromium, type Browser } from 'playwright-core';

const path = '/usr/bin/chromium';
// The sandbox refuses root, /dev/shm is small in containers, and nothing may be fetched that a test did not ask for.
const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--disable-quic', '--no-first-run', '--lang=es'];

/** Debian's Chromium without a window, speaking Spanish where it can. Whoever starts it closes it. */
export const startChromium = (): Promise<Browser> => chromium.launch({ executablePath: path, args: flags, env: { ...process.env, LANGUAGE: 'es' } });
