// Loaded before the program that `hand-over.mjs` starts: when the launcher is gone, so is the reason to run.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
