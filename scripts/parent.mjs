const pollMs = 250;
const terminated = 143; // what a shell reports for SIGTERM

/**
 * Stops this program, as SIGTERM would, once its parent is gone: npm, or a shell in between (`script-shell`, yarn, pnpm).
 * Neither forwards a signal when it is killed, and the service would keep running unsupervised.
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

/** Needed on Windows, where an orphan keeps the pid of its parent. */
function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
