import { appCapability } from '../app-capability.js';
import { VerificationApiModule } from './verification.module.js';
import { verificationScopes } from './verification.scopes.js';

export const verification = appCapability({
  name: 'verification',
  module: VerificationApiModule,
  scopes: verificationScopes,
});
