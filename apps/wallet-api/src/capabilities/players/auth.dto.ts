import { canBePassword, maxRawLength, passwordFault, passwordLength } from '@app/players';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { IsUserId } from '../../request/validation/rules.js';

const userIdProperty = {
  description: 'The id of the wallet.',
  example: 'dora',
};

const passwordProperty = {
  format: 'password',
  maxLength: maxRawLength,
  example: 'correct horse battery staple',
};

/** See `passwordFault`. */
const IsNewPassword = () =>
  ValidateBy({
    name: 'isNewPassword',
    validator: {
      validate: (value, args) => faultOf(value, args?.object) === undefined,
      defaultMessage: (args) => faultOf(args?.value, args?.object) ?? 'is not valid',
    },
  });

function faultOf(password: unknown, body: object | undefined): string | undefined {
  return passwordFault(password, (body as SignUpBody | undefined)?.userId);
}

/** See `canBePassword`. */
const IsPassword = () =>
  ValidateBy({
    name: 'isPassword',
    validator: {
      validate: canBePassword,
      defaultMessage: () =>
        `must be a text of at most ${passwordLength.max} characters after normalisation (NFC)`,
    },
  });

export class SignUpBody {
  @ApiProperty(userIdProperty)
  @IsUserId()
  userId!: string;

  @ApiProperty({
    ...passwordProperty,
    minLength: passwordLength.min,
    description: `Any characters, up to ${passwordLength.max} after normalisation (NFC). Must not be the user id.`,
  })
  @IsNewPassword()
  password!: string;
}

export class LoginBody {
  @ApiProperty(userIdProperty)
  @IsUserId()
  userId!: string;

  @ApiProperty(passwordProperty)
  @IsPassword()
  password!: string;
}

export class TokenAnswer {
  @ApiProperty({ example: 'dora' })
  userId!: string;

  @ApiProperty({
    description: 'Send it as `Authorization: Bearer`. Gives access to the wallet of this player only.',
    example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjYXJvbCJ9.3q2-7w',
  })
  accessToken!: string;

  @ApiProperty({ enum: ['Bearer'] })
  tokenType!: 'Bearer';

  @ApiProperty({
    type: 'integer',
    description: 'Seconds until the token expires. Log in again after that.',
    example: 900,
  })
  expiresIn!: number;
}
