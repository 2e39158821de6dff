/** A figure that the service is held to, and whether it is. `value` may be NaN where a part was not measured. */
export function atLeast(wanted, name, value) {
  return { name, value, wanted: `≥ ${wanted}`, met: value >= wanted };
}

export function atMost(wanted, name, value) {
  return { name, value, wanted: `≤ ${wanted}`, met: value <= wanted };
}

/** One table, or none if nothing of it was measured. */
export function targetTables(targets) {
  const measured = targets.filter(({ value }) => Number.isFinite(value));
  if (measured.length === 0) return [];
  const table = {
    title: 'Targets',
    head: ['figure', 'wanted', 'found', ''],
    rows: measured.map(({ name, wanted, value, met }) => [
      name,
      wanted,
      short(value),
      met ? 'met' : 'MISSED',
    ]),
  };
  return [table];
}

function short(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
