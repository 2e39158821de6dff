const pollMs = 250;
const terminated = 143; // what a shell reports for SIGTERM

/**
 * Stops this program, as SIGTERM would, when the process that started it is gone. That is npm, or a shell in between
 * (`script-shell`, yarn, pnpm): when killed, neither passes a signal on, and the service would run on unsupervised.
 */
export function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent && exists(parent)) return;
    clearInterval(watch);
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(terminated);
  }, pollMs);
  watch.unref();
}

/** On Windows an orphan keeps the pid of its parent. */
function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
