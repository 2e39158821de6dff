import { Module } from '@nestjs/common';
import { Draining } from './draining.js';
import { HealthController } from './health.controller.js';

/** Tells load balancers and orchestrators how the process is. */
@Module({ controllers: [HealthController], providers: [Draining] })
export class HealthModule {}
