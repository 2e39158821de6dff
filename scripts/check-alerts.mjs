// `npm run check:alerts`: has promtool check deploy/prometheus, run the tests of the rules, and parse what the dashboard asks.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const folder = join('deploy', 'prometheus');
const program = process.env.PROMTOOL_PATH || 'promtool';

try {
  promtool('check', 'config', join(folder, 'prometheus.yml'));
  promtool('check', 'rules', '--lint=all', '--lint-fatal', ...filesIn(join(folder, 'rules')));
  promtool('test', 'rules', ...filesIn(join(folder, 'tests')));
  checkDashboard(join('deploy', 'grafana', 'dashboards', 'wallet.json'));
} catch (error) {
  console.error(`check:alerts: ${error.message}`);
  process.exitCode = 1;
}

function filesIn(path) {
  return readdirSync(join(root, path))
    .sort()
    .map((name) => join(path, name));
}

/** promtool reads only rules, so each expression becomes one. Grafana chooses the range. */
function checkDashboard(file) {
  const { panels } = JSON.parse(readFileSync(join(root, file), 'utf8'));
  const rules = panels.flatMap(({ id, targets = [] }) =>
    targets.map(({ expr, refId }) => ({
      record: `panel${id}:${refId}`,
      expr: expr.replaceAll('$__rate_interval', '5m'),
    })),
  );
  const temporary = mkdtempSync(join(tmpdir(), 'wallet-dashboard-'));
  try {
    const asRules = join(temporary, 'wallet.json');
    writeFileSync(asRules, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    promtool('check', 'rules', asRules);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function promtool(...args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (error?.code === 'ENOENT') {
    throw new Error(
      `${program} was not found. It comes with Prometheus: \`apt-get install prometheus\` (Debian, Ubuntu) or ` +
        '`brew install prometheus` (macOS). Or set PROMTOOL_PATH.',
    );
  }
  if (error) throw new Error(`${program} could not be run: ${error.message}`);
  if (status !== 0) throw new Error(`promtool ${args[0]} ${args[1]} failed`);
}
