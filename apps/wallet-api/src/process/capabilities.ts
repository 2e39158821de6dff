import { catalogCapability } from '@app/catalog';
import { freezingCapability } from '@app/freezes';
import type { Capability } from '@app/ledger';
import { usersCapability } from '@app/users';

/** What is registered with the ledger, for the service and for every command. */
export const capabilities: readonly Capability[] = [usersCapability, catalogCapability, freezingCapability];
