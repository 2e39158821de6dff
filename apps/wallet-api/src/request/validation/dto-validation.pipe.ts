import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { playerMetadataProblem } from '../access/player-metadata.js';
import { ReservedMetadata } from '../access/reserved-metadata.js';
import { RequestBody } from '../http/request-body.js';
import { classValidate } from './class-validate.js';
import { type DtoClass, fastPath } from './fast-path.js';

/**
 * How many turns a part with a fault waits, which decides the part that is answered where several have faults. Nest transforms
 * all arguments of a handler at once and answers the first rejection. A body that is not JSON does not wait.
 */
const turns = { param: 1, query: 2, body: 3 };

/**
 * Validates what a handler takes as a whole (`@Param()`, `@Query()`, `@Body()`) and passes on an instance of its DTO class. A
 * part that is taken by name (`@Param('code')`) stays as it came.
 *
 * A function compiled from the decorators of the class accepts a valid input at once. class-validator decides about any other
 * input, and words its faults. The first part with a fault names all of its faults.
 */
@Injectable()
export class DtoValidationPipe implements PipeTransform {
  constructor(private readonly reserved: ReservedMetadata) {}

  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom' || (type !== 'body' && data !== undefined)) return value;
    if (!metatype) throw new Error('only a DTO class can be validated');
    const dtoClass = metatype as DtoClass;
    if (type === 'body') return this.transformBody(value, dtoClass);
    const plain = value as object;
    return fastPath(plain, dtoClass) ?? validateInTurn(plain, dtoClass, turns[type]);
  }

  private transformBody(body: unknown, dtoClass: DtoClass): object | Promise<object> {
    // A member of it (`@Body('amount')`) would not be validated, and a GET or DELETE has none.
    if (!(body instanceof RequestBody))
      throw new Error('a body is taken as a whole, in a POST, PUT or PATCH');
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
