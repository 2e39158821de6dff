import { capabilities } from './capabilities.js';
import { scopesOf } from './registrations.js';

/** Every scope of the API. */
export const scopes = scopesOf(capabilities);
