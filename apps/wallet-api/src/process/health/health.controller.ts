import {
  ConnectionFitness,
  NodeConnections,
  readWritability,
  schemaState,
  type Writability,
  writeRefusalOf,
} from '@app/database';
import { Controller, Get, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../request/access/access.decorator.js';
import { Draining } from '../../request/http/draining.js';

export class LiveAnswer {
  @ApiProperty({ enum: ['live'] })
  status!: 'live';
}

const databaseStates = ['up', 'in-recovery', 'read-only', 'disk-full', 'starting-up', 'down'] as const;

type DatabaseState = (typeof databaseStates)[number];

export class ReadyAnswer {
  @ApiProperty({ enum: ['ready', 'not-ready'] })
  status!: 'ready' | 'not-ready';

  @ApiProperty({
    enum: databaseStates,
    description:
      'up: reached, and it accepts writes. in-recovery: a standby, or a restore under way. read-only: by a setting. disk-full: the latest commit found no room, and there is none yet. starting-up: it accepts no connections yet, or no more. down: not reached.',
  })
  database!: DatabaseState;

  @ApiProperty({
    enum: ['applied', 'pending', 'unsupported', 'unknown'],
    description: 'unsupported: a newer version has migrated the database beyond what this one can use.',
  })
  migrations!: 'applied' | 'pending' | 'unsupported' | 'unknown';

  @ApiProperty({ description: 'The service is shutting down and takes no new work.' })
  draining!: boolean;
}

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly connections: NodeConnections,
    private readonly fitness: ConnectionFitness,
    private readonly draining: Draining,
  ) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'Get liveness: restart the process when this fails' })
  @ApiOkResponse({ type: LiveAnswer })
  getLiveness(): LiveAnswer {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'Get readiness: send no traffic when this fails' })
  @ApiOkResponse({ type: ReadyAnswer })
  @ApiServiceUnavailableResponse({ type: ReadyAnswer })
  async getReadiness(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyAnswer> {
    const database = await this.database();
    const draining = this.draining.active;
    const ready = database.database === 'up' && database.migrations === 'applied' && !draining;
    void reply.code(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not-ready', ...database, draining };
  }

  private async database(): Promise<Pick<ReadyAnswer, 'database' | 'migrations'>> {
    try {
      const { main, reserved } = this.connections;
      // The reserved connection stays open. While new ones are rejected, this query opens the next one.
      const migrations = await schemaState(this.fitness.good ? reserved : main);
      if (!this.fitness.good) return { database: 'down', migrations: 'unknown' };
      return { database: stateOf(await readWritability(reserved)), migrations };
    } catch (error) {
      const refusal = writeRefusalOf(error);
      return { database: refusal ? stateOf(refusal) : 'down', migrations: 'unknown' };
    }
  }
}

function stateOf(writability: Writability): DatabaseState {
  if (writability === undefined) return 'up';
  return databaseStates.find((state) => writability === `database-${state}`) ?? 'down';
}
