import { ChangesModule } from '@app/changes';
import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.js';

/** The record of what administrators change. The libs of what they change write it. */
@Module({ imports: [ChangesModule], controllers: [ChangesController] })
export class ChangesApiModule {}
