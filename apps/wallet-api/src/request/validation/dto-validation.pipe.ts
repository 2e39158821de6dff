import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { playerMetadataProblem, ReservedMetadata } from '../access/player-metadata.js';
import { RequestBody } from '../http/request-body.js';
import { classValidate } from './class-validate.js';
import { type DtoClass, fastPath } from './fast-path.js';

/**
 * How many microtasks a faulty part waits before it rejects. Nest transforms all arguments of a handler concurrently and answers
 * the first rejection, so the delay decides which of several faulty parts is reported. A body that is not JSON does not wait.
 */
const turns = { param: 1, query: 2, body: 3 };

/**
 * Validates the parts that a handler takes whole (`@Param()`, `@Query()`, `@Body()`), and passes on an instance of the DTO class. A
 * part taken by name (`@Param('code')`) passes unchanged.
 *
 * A function compiled from the decorators of the class accepts valid input. class-validator decides about any other input, and
 * words the faults. The first faulty part is reported with all its faults.
 */
@Injectable()
export class DtoValidationPipe implements PipeTransform {
  constructor(private readonly reserved: ReservedMetadata) {}

  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom' || (type !== 'body' && data !== undefined)) return value;
    if (!metatype) throw new Error('A validated parameter needs a DTO class as its type');
    const dtoClass = metatype as DtoClass;
    if (type === 'body') return this.transformBody(value, dtoClass);
    const plain = value as object;
    return fastPath(plain, dtoClass) ?? validateInTurn(plain, dtoClass, turns[type]);
  }

  private transformBody(body: unknown, dtoClass: DtoClass): object | Promise<object> {
    // `@Body('amount')` would bypass validation, and a GET or DELETE has no body.
    if (!(body instanceof RequestBody))
      throw new Error('Take the body whole, with @Body() in a POST, PUT or PATCH handler');
    const dto = fastPath(body.parse(), dtoClass);
    const isAccepted = dto && !playerMetadataProblem(body.request, dto, this.reserved);
    return isAccepted ? dto : this.validateBodyInTurn(body, dtoClass);
  }

  private async validateBodyInTurn(body: RequestBody, dtoClass: DtoClass): Promise<object> {
    const dto = await validateInTurn(body.parse(), dtoClass, turns.body);
    const problem = playerMetadataProblem(body.request, dto, this.reserved);
    if (problem) throw problem;
    return dto;
  }
}

async function validateInTurn(plain: object, dtoClass: DtoClass, turn: number): Promise<object> {
  for (let passed = 0; passed < turn; passed++) await Promise.resolve();
  return classValidate(plain, dtoClass);
}
