import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { ApiProblems } from '../openapi/api-problems.js';
import { parseJsonObject } from './json-body.js';

/** Reads the body where no `@Transactional()` does it, as strictly as there. */
@Injectable()
class JsonBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.body = parseJsonObject(request.body);
    return next.handle();
  }
}

/** Marks a handler whose body is a JSON object, and documents what can be wrong with it. */
export function TakesJson(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(JsonBodyInterceptor),
    ApiProblems('validation-failed', 'malformed-json', 'body-too-large', 'unsupported-media-type'),
  );
}
