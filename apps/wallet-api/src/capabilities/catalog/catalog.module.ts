import { CatalogModule } from '@app/catalog';
import { Module } from '@nestjs/common';
import { CatalogFlowsController } from './catalog-flows.controller.js';
import { ItemsController } from './items.controller.js';
import { TasksController } from './tasks.controller.js';

/** Items and tasks, purchases and task rewards. */
@Module({
  imports: [CatalogModule],
  controllers: [ItemsController, TasksController, CatalogFlowsController],
})
export class CatalogApiModule {}
