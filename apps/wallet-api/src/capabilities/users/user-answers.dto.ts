import type { WalletFreeze } from '@app/freezes';
import type { ListedUser, User } from '@app/users';
import { ApiProperty } from '@nestjs/swagger';

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

export class FrozenAnswer {
  @ApiProperty({ format: 'date-time', example: '2026-01-01T00:00:00.000Z' })
  since!: string;

  @ApiProperty({ example: 'A payment was charged back' })
  reason!: string;

  @ApiProperty({ description: 'The client that froze the wallet.', example: 'support-desk' })
  by!: string;
}

export class UserAnswer extends ListedUserAnswer {
  @ApiProperty({ description: '`false` for a user who is known by a credit only.' })
  registered!: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As it was given at the registration.',
    example: { country: 'NL' },
  })
  metadata!: Record<string, unknown>;

  @ApiProperty({
    type: FrozenAnswer,
    nullable: true,
    description: 'The freeze that the wallet is under; `null` while it can spend.',
    example: { since: '2026-01-01T00:00:00.000Z', reason: 'A payment was charged back', by: 'support-desk' },
  })
  frozen!: FrozenAnswer | null;
}

export class RegisteredUserAnswer extends UserAnswer {
  @ApiProperty({
    description:
      '`true`: someone signed up here under this id with a password, and can spend from this wallet. Make sure that this is your user before you credit it.',
    example: false,
  })
  hasPassword!: boolean;
}

export function listedUserAnswer({ userId, createdAt }: ListedUser): ListedUserAnswer {
  return { userId, createdAt: createdAt.toISOString() };
}

export function userAnswer(
  { userId, createdAt, registered, metadata }: User,
  freeze: WalletFreeze | undefined,
): UserAnswer {
  return {
    userId,
    createdAt: createdAt.toISOString(),
    registered,
    metadata,
    frozen: freeze ? { since: freeze.createdAt.toISOString(), reason: freeze.reason, by: freeze.by } : null,
  };
}
