import { type Payment, type PaymentEnvironment, paymentEnvironments } from '@app/payments';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { IsNested } from '../../request/validation/nested.js';
import { instantPattern } from '../../request/validation/instant.js';
import { IsInstantText, IsText, MayBeLeftOut } from '../../request/validation/rules.js';

const provider = /^[a-z0-9-]{1,64}$/;

/** The syntax of a provider. */
export const IsProvider = () =>
  applyDecorators(
    ApiProperty({
      pattern: provider.source,
      description: 'The shop or payment service that took the money. Choose one name for each and keep it.',
      example: 'app-store',
    }),
    Matches(provider, { message: 'must be 1 to 64 characters from a-z, 0-9 and -' }),
  );

/** The syntax of the id that a provider gave a payment. */
export const IsPaymentId = () =>
  applyDecorators(
    ApiProperty({
      minLength: 1,
      maxLength: 512,
      description: "The provider's id of the payment. Compared byte by byte.",
      example: '2000000123456789',
    }),
    IsText(512),
  );

const example: Payment = { provider: 'app-store', id: '2000000123456789', environment: 'live' };

/** A payment, in requests and answers. */
export class PaymentBody implements Payment {
  @IsProvider()
  provider!: string;

  @IsPaymentId()
  id!: string;

  @ApiProperty({ enum: paymentEnvironments, description: 'Whether money was paid.', example: 'live' })
  @IsIn(paymentEnvironments, { message: `must be ${paymentEnvironments.join(' or ')}` })
  environment!: PaymentEnvironment;

  @ApiPropertyOptional({ minLength: 1, maxLength: 128, example: 'gold.pack.500' })
  @MayBeLeftOut()
  @IsText(128)
  productId?: string;

  @ApiPropertyOptional({
    type: 'string',
    pattern: instantPattern.source,
    minLength: 20,
    maxLength: 35,
    description: 'An RFC 3339 time. Answers repeat it as given.',
    example: '2026-01-31T12:00:00Z',
  })
  @MayBeLeftOut()
  @IsInstantText()
  purchasedAt?: string;
}

/** The optional member `payment` of a request that credits. */
export const MayHavePayment = () =>
  applyDecorators(
    ApiPropertyOptional({
      type: PaymentBody,
      example,
      description:
        'What the user paid for these credits. A payment is credited once, whatever the key, the user and the client. No limit of the asset refuses credits that were paid for.',
    }),
    MayBeLeftOut(),
    IsNested(PaymentBody),
  );

/** What payments add to the answer of a transaction. */
export class PaymentTransactionMembers {
  @ApiPropertyOptional({
    type: PaymentBody,
    example,
    description: 'The payment that this transaction credited.',
  })
  payment?: PaymentBody;
}
