/** Where metrics are served. */
export interface MetricsOptions {
  port: number;
  host: string;
}

/** The injection token of MetricsOptions. */
export const metricsOptions = Symbol('MetricsOptions');
