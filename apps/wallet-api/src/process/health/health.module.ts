import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

/** Tells load balancers and orchestrators how the process is. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
