import type { Actor } from '@app/ledger';
import { ApiProperty } from '@nestjs/swagger';

/** Who caused a transaction. */
export class ActorAnswer implements Actor {
  @ApiProperty({
    enum: ['client', 'player', 'house'],
    description: 'A program with an API key, a player with their own token, or the service itself.',
    example: 'client',
  })
  kind!: Actor['kind'];

  @ApiProperty({
    description: 'The id of the client or user; for `house`, what the service did: `welcome` or `seed`.',
    example: 'game-server',
  })
  id!: string;
}
