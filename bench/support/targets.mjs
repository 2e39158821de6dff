/** A figure that the service is held to, and whether it is. `value` may be NaN where a part was not measured. */
export function atLeast(wanted, name, value) {
  return { name, value, wanted: `≥ ${wanted}`, met: value >= wanted };
}

export function atMost(wanted, name, value) {
  return { name, value, wanted: `≤ ${wanted}`, met: value <= wanted };
}

export function targetTable(targets) {
  return {
    title: 'Targets',
    head: ['figure', 'wanted', 'found', ''],
    rows: targets
      .filter(({ value }) => !Number.isNaN(value))
      .map(({ name, wanted, value, met }) => [name, wanted, short(value), met ? 'met' : 'MISSED']),
  };
}

function short(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
