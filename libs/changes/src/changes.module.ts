import { Module } from '@nestjs/common';
import { Changes } from './changes.js';

/** The record of what administrators change. A global module must export the DataSource. */
@Module({ providers: [Changes], exports: [Changes] })
export class ChangesModule {}
