import type { WalletFreeze } from '@app/freezes';
import type { ListedUser, User } from '@app/users';
import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../request/openapi/page.js';

export class ListedUserAnswer {
  @ApiProperty({ example: 'alice' })
  userId!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'When the user was registered or first credited, whichever came first.',
    example: '2026-01-01T00:00:00.000Z',
  })
  createdAt!: string;
}

export class UserPage extends PageOf(ListedUserAnswer) {}

export class FrozenAnswer {
  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  since!: string;

  @ApiProperty({ example: 'A payment was charged back' })
  reason!: string;

  @ApiProperty({ description: 'The client that froze the wallet.', example: 'support-desk' })
  by!: string;
}

export class UserAnswer extends ListedUserAnswer {
  @ApiProperty({ description: '`false` if the user was only ever credited.' })
  registered!: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The metadata given at registration.',
    example: { country: 'NL' },
  })
  metadata!: Record<string, unknown>;

  @ApiProperty({
    description: 'Whether sandbox payments of this user are accepted in a live environment.',
    example: false,
  })
  tester!: boolean;

  @ApiProperty({
    type: FrozenAnswer,
    nullable: true,
    description: 'The current freeze; `null` if the wallet is not frozen.',
    example: { since: '2026-01-01T00:00:00.000Z', reason: 'A payment was charged back', by: 'support-desk' },
  })
  frozen!: FrozenAnswer | null;
}

export class RegisteredUserAnswer extends UserAnswer {
  @ApiProperty({
    description:
      '`true` if a player signed up with this id and a password: they can spend from this wallet. Make sure that they are your user before you credit the wallet.',
    example: false,
  })
  hasPassword!: boolean;
}

export function listedUserAnswer({ userId, createdAt }: ListedUser): ListedUserAnswer {
  return { userId, createdAt: createdAt.toISOString() };
}

export function userAnswer(
  { userId, createdAt, registered, metadata, tester }: User,
  freeze: WalletFreeze | undefined,
): UserAnswer {
  return {
    userId,
    createdAt: createdAt.toISOString(),
    registered,
    metadata,
    tester,
    frozen: freeze ? { since: freeze.createdAt.toISOString(), reason: freeze.reason, by: freeze.by } : null,
  };
}
