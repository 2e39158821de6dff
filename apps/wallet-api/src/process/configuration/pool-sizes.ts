import { defaultJournalOptions } from '@app/ledger';
import { defaultReportsOptions } from '@app/reports';

/** Besides those of the lanes: for readiness, and to end a session of a lane that no longer answers. */
export const reservedBesideLanes = 1;

/** The lanes, readiness, and as many reads as two cores can usefully run at once. */
export const defaultPoolSize = 16;

/** Leaves one connection for reads. */
export const minimumPoolSize = defaultJournalOptions.lanes + reservedBesideLanes + 1;

export const defaultReportsPoolSize = defaultReportsOptions.concurrent;
